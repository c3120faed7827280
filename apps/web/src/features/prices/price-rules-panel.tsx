import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel.tsx'
import { tariffsOptions } from './calls.ts'
import { TariffFacts } from './tariff-card.tsx'

/** For customers: the price rules in force and the next; nothing where there are none. */
export function PriceRulesPanel({ resourceId }: { resourceId: string }) {
  const { t } = useTranslation('prices')
  const { data } = useQuery(tariffsOptions(resourceId))
  const shown = data?.items.filter((tariff) => tariff.isInForce || (tariff.state === 'published' && tariff.validFrom > data.today)) ?? []
  return shown.map((tariff) => (
    <Panel key={tariff.id} title={t('detail.rules')} note={t('card.from', { day: tariff.validFrom })}>
      <TariffFacts tariff={tariff} />
    </Panel>
  ))
}
