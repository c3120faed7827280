import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AuditSeal } from '../../features/operations/audit-seal.tsx'
import { type AuditFilter, type AuditRecord, listAuditRecords, verifyAudit } from '../../features/operations/calls.ts'
import { JsonBlock } from '../../features/operations/json-block.tsx'
import { REGION_ZONE } from '../../lib/format.ts'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { instantOf } from '../../lib/zone.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { DateRangeField } from '../../ui/late/date-range-field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Empty } from '../../ui/states.tsx'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const dayStart = (day: string, minute: number) => new Date(instantOf(day, minute, REGION_ZONE)).toISOString()

/** Who did what to which thing, and whether the log is whole. */
export function AuditPage() {
  const { t } = useTranslation('operations')
  const format = useFormat()
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/o/audit' })
  const mayVerify = useAccess('operations.audit.verify')
  const [open, setOpen] = useState<AuditRecord | null>(null)
  const filter: AuditFilter = {
    ...(search.action ? { action: search.action } : {}),
    ...(search.subjectType ? { subjectType: search.subjectType } : {}),
    ...(search.subjectId ? { subjectId: search.subjectId } : {}),
    ...(search.person && UUID.test(search.person) ? { actorUserId: search.person } : {}),
    ...(search.from ? { from: dayStart(search.from, 0) } : {}),
    ...(search.to ? { until: dayStart(search.to, 1440) } : {}),
  }
  const { query, items, more } = usePages<AuditRecord>({ queryKey: ['audit', filter], load: (cursor) => listAuditRecords(filter, cursor) })
  const verification = useQuery({ queryKey: ['audit-verification'], queryFn: verifyAudit, enabled: false })
  const go = (change: Partial<typeof search>) => void navigate({ to: '/o/audit', search: { ...search, ...change }, replace: true })
  const hasFilter = Object.keys(filter).length > 0
  const columns: Column<AuditRecord>[] = [
    {
      key: 'action',
      title: t('audit.column.action'),
      cell: (row) => (
        <button type="button" className="link-btn mono" onClick={() => setOpen(row)}>
          {row.action}
        </button>
      ),
    },
    { key: 'at', title: t('audit.column.at'), cell: (row) => format.stamp(row.at) },
    { key: 'who', title: t('audit.column.who'), cell: (row) => row.actorName ?? t('audit.system') },
    { key: 'organisation', title: t('audit.column.organisation'), cell: (row) => row.actorOrganisationName ?? '—' },
    {
      key: 'subject',
      title: t('audit.column.subject'),
      cell: (row) => (
        <button type="button" className="link-btn" onClick={() => go({ subjectType: row.subjectType, subjectId: row.subjectId })}>
          <span className="mono">
            {row.subjectType} {row.subjectId.slice(-8)}
          </span>
        </button>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('audit.title')} line={t('audit.lead')} />
      {mayVerify && <AuditSeal query={verification} />}
      <div className="filters">
        <SearchField
          label={t('audit.filter.actionHint')}
          value={search.action ?? ''}
          onChange={(action) => go({ action: action || undefined })}
        />
        <SearchField
          label={t('audit.filter.subjectType')}
          value={search.subjectType ?? ''}
          onChange={(value) => go({ subjectType: value || undefined })}
        />
        <SearchField
          label={t('audit.filter.subjectId')}
          value={search.subjectId ?? ''}
          onChange={(value) => go({ subjectId: value || undefined })}
        />
        <DateRangeField
          fromLabel={t('audit.filter.from')}
          toLabel={t('audit.filter.to')}
          from={search.from ?? ''}
          to={search.to ?? ''}
          onPick={(from, to) => go({ from: from || undefined, to: to || undefined })}
        />
        {hasFilter && (
          <Button kind="text" onClick={() => void navigate({ to: '/o/audit', search: {}, replace: true })}>
            {t('clear')}
          </Button>
        )}
      </div>
      <QueryView query={query} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('audit.empty')} />
            ) : (
              <DataTable caption={t('audit.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
            )}
            <LoadMore {...more} />
          </div>
        )}
      </QueryView>
      <Drawer title={open?.action ?? ''} isOpen={open !== null} onClose={() => setOpen(null)}>
        {open && (
          <div className="stack">
            <dl className="kv">
              <dt>{t('audit.column.at')}</dt>
              <dd>{format.stamp(open.at)}</dd>
              <dt>{t('audit.column.who')}</dt>
              <dd>{open.actorName ?? t('audit.system')}</dd>
              <dt>{t('audit.column.organisation')}</dt>
              <dd>{open.actorOrganisationName ?? '—'}</dd>
              <dt>{t('audit.column.subject')}</dt>
              <dd>
                <span className="mono">
                  {open.subjectType} {open.subjectId}
                </span>
              </dd>
              <dt>{t('audit.column.request')}</dt>
              <dd className="mono">{open.requestId ?? '—'}</dd>
            </dl>
            {open.actorUserId && (
              <Button
                onClick={() => {
                  go({ person: open.actorUserId ?? undefined })
                  setOpen(null)
                }}
              >
                {t('audit.byPerson')}
              </Button>
            )}
            <JsonBlock value={open.detail} />
          </div>
        )}
      </Drawer>
    </>
  )
}
