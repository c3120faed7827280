import { useTranslation } from 'react-i18next'
import type { TimelineItem, TimelineTexts } from '../../features/provider-calendar/timeline/timeline-model.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Empty } from '../../ui/states.tsx'

/** The same bookings as text, for whoever does not use the picture. */
export function CalendarList({
  items,
  resources,
  texts,
  onOpen,
}: {
  items: readonly TimelineItem[]
  resources: readonly { readonly id: string; readonly title: string; readonly zone: string }[]
  texts: TimelineTexts
  onOpen: (item: TimelineItem) => void
}) {
  const { t } = useTranslation('calendar')
  const format = useFormat()
  const byId = new Map(resources.map((resource) => [resource.id, resource]))
  const rows = [...items].sort((a, b) => a.start.getTime() - b.start.getTime() || (a.id < b.id ? -1 : 1))
  const columns: Column<TimelineItem>[] = [
    { key: 'resource', title: t('list.resource'), cell: (row) => byId.get(row.resourceId)?.title },
    { key: 'time', title: t('list.time'), cell: (row) => format.range(row.start, row.end, byId.get(row.resourceId)?.zone) },
    { key: 'who', title: t('list.who'), cell: (row) => row.label },
    { key: 'state', title: t('list.state'), cell: (row) => texts.state(row.state) },
    {
      key: 'action',
      title: t('list.action'),
      look: 'action',
      cell: (row) => (
        <Button size="sm" onClick={() => onOpen(row)}>
          {t('list.open')}
        </Button>
      ),
    },
  ]
  if (rows.length === 0) return <Empty title={t('list.empty')} />
  return <DataTable caption={t('list.caption')} columns={columns} rows={rows} rowKey={(row) => row.id} />
}
