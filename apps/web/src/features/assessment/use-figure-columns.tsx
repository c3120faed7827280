import type { AssessmentFigures } from '@jiju/booking/contract/assessment'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import type { Column } from '../../ui/data-table.tsx'

/** Columns that rows of laboratories, institutions and classes have in common. */
export function useFigureColumns<Row extends { readonly figures: AssessmentFigures }>(): Column<Row>[] {
  const { t } = useTranslation('assessment')
  const format = useFormat()
  const number = (key: string, title: string, text: (figures: AssessmentFigures) => string): Column<Row> => ({
    key,
    title,
    look: 'num',
    cell: ({ figures }) => text(figures),
  })
  const hours = (seconds: number) => format.number(seconds / 3600, 1)
  return [
    number('instruments', t('column.instruments'), (figures) => format.number(figures.instruments)),
    number('opening', t('figure.opening'), (figures) => format.percent(figures.openingRate)),
    number('effective', t('column.effective'), (figures) => hours(figures.effectiveSeconds)),
    number('external', t('column.external'), (figures) => hours(figures.externalSeconds)),
    number('sharing', t('figure.sharing'), (figures) => format.percent(figures.sharingRate)),
    number('utilisation', t('figure.utilisation'), (figures) => format.percent(figures.utilisation)),
    {
      key: 'unproved',
      title: t('column.unproved'),
      look: 'num',
      cell: ({ figures }) => <span className="unproved-note">{hours(figures.inferredSeconds + figures.bookedOnlySeconds)}</span>,
    },
    number('idle', t('column.idle'), (figures) => hours(figures.idleSeconds)),
    number('outside', t('column.outside'), (figures) => format.money(figures.outsideIncome)),
    number('mark', t('figure.mark'), (figures) => format.number(figures.mark, 1)),
  ]
}
