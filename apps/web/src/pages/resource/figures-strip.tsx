import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { bookingFactsOptions } from '../../features/booking/requests.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Explain } from '../../ui/explain.tsx'
import { Bone } from '../../ui/states.tsx'
import styles from './resource-page.module.css'

/** What was really booked; each figure explains itself. Nothing is shown when it cannot be read. */
export function FiguresStrip({ resourceId }: { resourceId: string }) {
  const { t } = useTranslation('resource')
  const format = useFormat()
  const query = useQuery(bookingFactsOptions(resourceId))
  if (query.error) return null
  const facts = query.data
  const source = facts ? t('figures.source', { from: format.stamp(facts.from).slice(0, 10), until: format.stamp(facts.until) }) : ''
  const figures = facts && [
    { name: t('figures.external'), value: format.hours(facts.externalHours * 60), definition: t('figures.externalText') },
    {
      name: t('figures.bookings'),
      value: t('figures.bookingsValue', { count: facts.externalBookings }),
      definition: t('figures.bookingsText'),
    },
    {
      name: t('figures.utilisation'),
      value: facts.utilisationPercent === null ? '—' : format.percent(facts.utilisationPercent / 100),
      definition: t('figures.utilisationText'),
    },
    { name: t('figures.internal'), value: format.hours(facts.internalHours * 60), definition: t('figures.internalText') },
  ]
  return (
    <div className={styles.figures}>
      {figures
        ? figures.map((figure, index) => (
            <div key={figure.name}>
              <div className="s t3">
                <Explain explanation={{ definition: figure.definition, source }} isRight={index === figures.length - 1}>
                  {figure.name}
                </Explain>
              </div>
              <div className="h2">{figure.value}</div>
            </div>
          ))
        : [0, 1, 2, 3].map((index) => (
            <div key={index}>
              <Bone height={44} />
            </div>
          ))}
    </div>
  )
}
