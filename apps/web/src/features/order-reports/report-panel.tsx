import type { Order } from '@jiju/orders/contract/orders'
import type { Report } from '@jiju/orders/contract/reports'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { orderReportsOptions } from './calls.ts'
import { DraftButton } from './draft-button.tsx'
import { IssuedReport } from './issued-report.tsx'
import { ReportStateTag } from './state-tag.tsx'

const SHOWN_FROM: readonly Order['state'][] = [
  'working',
  'reporting',
  'reported',
  'retest_requested',
  'disputed',
  'approved',
  'settled',
  'paused',
]

/** The reports of an order: the one in force with its code, the others below, and for the provider what is in preparation. */
export function ReportPanel({ order }: { order: Order }) {
  const { t } = useTranslation('order-reports')
  const query = useQuery({ ...orderReportsOptions(order.id), enabled: SHOWN_FROM.includes(order.state) })
  const mayPrepare = useAccess('orders.report.prepare') && order.side === 'provider'
  if (!SHOWN_FROM.includes(order.state)) return null
  const reports = query.data ?? []
  const live = reports.filter(({ state }) => state === 'issued')
  const open = reports.filter(({ state }) => ['draft', 'prepared', 'checked', 'approved'].includes(state))
  const ended = reports.filter(({ state }) => state === 'replaced' || state === 'withdrawn')
  return (
    <Panel title={t('panel.title')} extra={live[0] && <ReportStateTag state="issued" />}>
      <QueryView query={query}>
        {() => (
          <div className="stack">
            {live.map((report) => (
              <IssuedReport key={report.id} report={report} side={order.side} />
            ))}
            {live.length === 0 && ended.length === 0 && <p className="t2">{t(mayPrepare ? 'panel.noneProvider' : 'panel.none')}</p>}
            {open.map((report) => (
              <OpenReport key={report.id} report={report} />
            ))}
            {ended.map((report) => (
              <IssuedReport key={report.id} report={report} side={order.side} isFolded />
            ))}
            {mayPrepare && open.length === 0 && <DraftButton order={order} issued={live} />}
          </div>
        )}
      </QueryView>
    </Panel>
  )
}

function OpenReport({ report }: { report: Report }) {
  const { t } = useTranslation('order-reports')
  return (
    <div className="row g8 wrap base">
      <ReportStateTag state={report.state} />
      <span className="f1">{t(report.kind === 'part' ? 'panel.openPart' : 'panel.open', { template: report.templateName })}</span>
      <ButtonLink to="/p/reports/$id" params={{ id: report.id } as never} size="sm">
        {t('panel.goOn')}
      </ButtonLink>
    </div>
  )
}
