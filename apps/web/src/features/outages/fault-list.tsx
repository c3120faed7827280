import type { FaultReport } from '@jiju/booking/contract/faults'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { listFaults } from './calls.ts'

const STATE_KINDS = { open: 'warn', triaged: 'accent', resolved: 'plain' } as const
const VERDICT_KINDS = { usable: 'ok', limited: 'warn', down: 'bad' } as const

export function FaultTags({ report }: { report: Pick<FaultReport, 'state' | 'verdict' | 'impact'> }) {
  const { t } = useTranslation('outages')
  const found = report.verdict ?? report.impact
  return (
    <span className="row g8 wrap">
      <Tag kind={STATE_KINDS[report.state]}>{t(`fault.state.${report.state}`)}</Tag>
      {report.state !== 'resolved' && <Tag kind={VERDICT_KINDS[found]}>{t(`fault.verdict.${found}`)}</Tag>}
    </span>
  )
}

type Props = { scope: 'organisation' | 'provider'; state: 'unresolved' | 'resolved' | 'all'; resourceId?: string }

/** Fault reports, the last first. */
export function FaultList({ scope, state, resourceId }: Props) {
  const { t } = useTranslation('outages')
  const format = useFormat()
  const { query, items, more } = usePages<FaultReport>({
    queryKey: ['faults', 'list', scope, state, resourceId ?? null],
    load: (cursor, signal) => listFaults({ scope, state, ...(resourceId ? { resourceId } : {}) }, cursor, signal),
  })
  const columns: Column<FaultReport>[] = [
    {
      key: 'what',
      title: t('fault.column.what'),
      cell: (row) => (
        <Link to={scope === 'provider' ? '/p/faults/$id' : '/e/faults/$id'} params={{ id: row.id }}>
          {row.description.length > 60 ? `${row.description.slice(0, 60)}…` : row.description}
        </Link>
      ),
    },
    {
      key: 'resource',
      title: t('fault.column.resource'),
      cell: (row) => (currentLanguage() === 'en' && row.resourceNameEn) || row.resourceName,
    },
    { key: 'reporter', title: t('fault.column.reporter'), cell: (row) => `${row.reporterName} · ${row.organisationName}` },
    { key: 'at', title: t('fault.column.at'), cell: (row) => format.instant(row.reportedAt, row.zone) },
    { key: 'state', title: t('fault.column.state'), cell: (row) => <FaultTags report={row} /> },
  ]
  return (
    <QueryView query={query}>
      {() => (
        <>
          {items.length === 0 ? (
            <Empty title={t('fault.empty')} />
          ) : (
            <DataTable caption={t('tabs.faults')} columns={columns} rows={items} rowKey={(row) => row.id} />
          )}
          <LoadMore {...more} />
        </>
      )}
    </QueryView>
  )
}
