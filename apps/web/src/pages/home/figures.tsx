import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Overview, overviewOptions } from '../../features/catalog/requests.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Explain } from '../../ui/explain.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bone } from '../../ui/states.tsx'
import styles from './home-page.module.css'

type Name = 'providers' | 'instrument' | 'testing_service' | 'others' | 'standards'

/** Live figures of the catalogue; none is a constant. */
export function Figures() {
  const { t } = useTranslation('home')
  const format = useFormat()
  const query = useQuery(overviewOptions)
  return (
    <div className={styles.band}>
      <div className="wide">
        <QueryView query={query} skeleton={<Bone height={60} style={{ margin: '20px 0' }} />}>
          {(overview) => (
            <dl className={styles.figures}>
              {figuresOf(overview).map(([name, value]) => (
                <div key={name}>
                  <dd>
                    <strong>{format.number(value)}</strong> <span className="m t2">{t(`figures.${name}Unit`)}</span>
                  </dd>
                  <dt className="m t3">
                    {name === 'others' || name === 'standards' ? (
                      <Explain
                        explanation={{ definition: t(`figures.${name}Text`), source: t('figures.source') }}
                        isRight={name === 'standards'}
                      >
                        {t(`figures.${name}`)}
                      </Explain>
                    ) : (
                      t(`figures.${name}`)
                    )}
                  </dt>
                </div>
              ))}
            </dl>
          )}
        </QueryView>
      </div>
    </div>
  )
}

function figuresOf(overview: Overview): [Name, number][] {
  const count = (kind: string) => overview.kinds.find((entry) => entry.kind === kind)?.count ?? 0
  const all = overview.kinds.reduce((sum, entry) => sum + entry.count, 0)
  return [
    ['providers', overview.providerCount],
    ['instrument', count('instrument')],
    ['testing_service', count('testing_service')],
    ['others', all - count('instrument') - count('testing_service')],
    ['standards', overview.standardCount],
  ]
}
