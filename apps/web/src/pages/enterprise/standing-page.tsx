import type { MyStanding, NoShow } from '@jiju/booking/contract/no-shows'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AppealButton } from '../../features/standing/appeal-button.tsx'
import { standingOptions } from '../../features/standing/calls.ts'
import { NoShowStateTag } from '../../features/standing/no-show-state.tsx'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

/** Own no-show points: at whom, from what, until when, and what can be said against them. */
export function StandingPage() {
  const { t } = useTranslation('standing')
  const query = useQuery(standingOptions)
  return (
    <>
      <PageHead title={t('title')} line={t('lead')} />
      <QueryView query={query} isPage>
        {(standing) =>
          standing.items.length === 0 ? (
            <div className="panel">
              <Empty title={t('none')} />
            </div>
          ) : (
            <div className="stack">
              {standing.providers.length > 0 && <Providers providers={standing.providers} />}
              <Records items={standing.items} />
            </div>
          )
        }
      </QueryView>
    </>
  )
}

function Providers({ providers }: { providers: MyStanding['providers'] }) {
  const { t } = useTranslation('standing')
  const format = useFormat()
  return (
    <Panel isFlush title={t('title')}>
      <ul className="line-list">
        {providers.map((row) => (
          <li key={row.providerId}>
            <span className="f1">
              <Link className="b" to="/providers/$id" params={{ id: row.providerId }}>
                {row.providerName}
              </Link>
              <span className="s t2" style={{ display: 'block' }}>
                {t('points', { points: row.points, threshold: row.threshold })}
                {' · '}
                {row.clearsAt ? t('clears', { day: format.instant(row.clearsAt) }) : t('expiry', { days: row.expiresAfterDays })}
              </span>
            </span>
            <Tag kind={row.isRestricted ? 'warn' : 'ok'}>{t(row.isRestricted ? 'restricted' : 'fine')}</Tag>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Records({ items }: { items: readonly NoShow[] }) {
  const { t } = useTranslation('standing')
  const format = useFormat()
  const client = useQueryClient()
  const columns: Column<NoShow>[] = [
    {
      key: 'booking',
      title: t('column.booking'),
      cell: (row) => (
        <>
          <Link to="/e/bookings/$id" params={{ id: row.reservationId }}>
            {resourceNameOf(row)}
          </Link>
          <div className="s t3" style={{ fontWeight: 400 }}>
            {row.providerName} · {format.range(row.start, row.end, row.zone)}
          </div>
        </>
      ),
    },
    { key: 'points', title: t('column.points'), look: 'num', cell: (row) => row.points },
    { key: 'expires', title: t('column.expires'), cell: (row) => format.instant(row.expiresAt, row.zone) },
    {
      key: 'state',
      title: t('column.state'),
      cell: (row) => (
        <>
          <NoShowStateTag record={row} />
          {row.decision?.words && <div className="s t2">{row.decision.words}</div>}
        </>
      ),
    },
    {
      key: 'next',
      title: t('column.next'),
      look: 'action',
      cell: (row) => <AppealButton record={row} onDone={() => void client.invalidateQueries({ queryKey: standingOptions.queryKey })} />,
    },
  ]
  return (
    <Panel isFlush title={t('history')}>
      <DataTable caption={t('history')} columns={columns} rows={items} rowKey={(row) => row.id} />
    </Panel>
  )
}
