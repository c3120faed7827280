import type { VoucherClaimSummary } from '@jiju/orders/contract/voucher-claims'
import { CLAIM_STATES } from '@jiju/orders/core/vouchers/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { type ClaimQuery, claimSumsOptions, claimsFile, listClaims, vouchersKey } from './calls.ts'
import { ClaimDrawer } from './claim-drawer.tsx'
import { nameOf } from './named.ts'
import { ClaimStateTag } from './state-tags.tsx'

export type ClaimSearch = {
  readonly claim?: string | undefined
  readonly month?: string | undefined
  readonly claimState?: string | undefined
}
type ClaimPageProps = { side: 'provider' | 'office'; search: ClaimSearch }

const PAGES = { provider: '/p/vouchers', office: '/o/vouchers' } as const

/** Claims of redeemed vouchers: sums by month, then one by one; one opens beside the list. */
export function ClaimsPanel({ side, search }: ClaimPageProps) {
  const navigate = useNavigate()
  const month = search.month || undefined
  const state = CLAIM_STATES.find((one) => one === search.claimState)
  const go = (change: ClaimSearch) =>
    void navigate({ to: PAGES[side], search: (before: Record<string, unknown>) => ({ ...before, ...change }) as never, replace: true })
  return (
    <div className="stack">
      <Sums side={side} onPick={(picked) => go({ month: picked })} />
      <Claims side={side} wanted={{ month, state }} onChange={go} />
      <ClaimDrawer side={side} voucherId={search.claim || null} onClose={() => go({ claim: undefined })} />
    </div>
  )
}

type Sum = {
  month: string
  programmeId: string
  providerId: string
  nameZh: string
  nameEn: string
  providerName: string
  count: number
  amount: string
  open: number
  accepted: string
  rejected: string
}

function Sums({ side, onPick }: { side: 'provider' | 'office'; onPick: (month: string) => void }) {
  const { t } = useTranslation('order-vouchers')
  const format = useFormat()
  const query = useQuery(claimSumsOptions)
  const columns: Column<Sum>[] = [
    {
      key: 'month',
      title: t('month'),
      cell: (row) => (
        <button type="button" className="link-btn" onClick={() => onPick(row.month)}>
          {row.month}
        </button>
      ),
    },
    ...(side === 'office' ? [{ key: 'provider', title: t('provider'), cell: (row: Sum) => row.providerName }] : []),
    { key: 'programme', title: t('programme'), cell: (row) => nameOf(row) },
    { key: 'count', title: t('claims.count'), look: 'num', cell: (row) => row.count },
    { key: 'open', title: t('claims.open'), look: 'num', cell: (row) => row.open },
    { key: 'accepted', title: t('claims.accepted'), look: 'num', cell: (row) => format.money(row.accepted) },
    { key: 'rejected', title: t('claims.rejected'), look: 'num', isWideOnly: true, cell: (row) => format.money(row.rejected) },
    { key: 'amount', title: t('claims.total'), look: 'num', cell: (row) => format.money(row.amount) },
  ]
  // Without claims the list below says so.
  if (query.data?.items.length === 0) return null
  return (
    <Panel title={t('claims.sums')} isFlush>
      <QueryView query={query}>
        {({ items }) => (
          <DataTable
            caption={t('claims.sums')}
            columns={columns}
            rows={items}
            rowKey={(row) => `${row.month} ${row.programmeId} ${row.providerId}`}
          />
        )}
      </QueryView>
    </Panel>
  )
}

type ClaimsProps = { side: 'provider' | 'office'; wanted: ClaimQuery; onChange: (change: ClaimSearch) => void }

function Claims({ side, wanted, onChange }: ClaimsProps) {
  const { t } = useTranslation('order-vouchers')
  const format = useFormat()
  const { query, items, more } = usePages<VoucherClaimSummary>({
    queryKey: [...vouchersKey, 'claims', wanted],
    load: (cursor, signal) => listClaims(wanted, cursor, signal),
  })
  const columns: Column<VoucherClaimSummary>[] = [
    {
      key: 'order',
      title: t('order'),
      cell: (row) => (
        <>
          {row.orderTitle}
          <div className="s t3" style={{ fontWeight: 400 }}>
            {row.orderNumber} · {row.number}
          </div>
        </>
      ),
    },
    ...(side === 'office' ? [{ key: 'provider', title: t('provider'), cell: (row: VoucherClaimSummary) => row.providerName }] : []),
    { key: 'client', title: t('client'), cell: (row) => row.organisationName },
    { key: 'month', title: t('month'), width: 96, cell: (row) => row.month },
    { key: 'amount', title: t('amount'), look: 'num', cell: (row) => format.money(row.amount) },
    {
      key: 'state',
      title: t('claims.state'),
      cell: (row) => (
        <>
          <ClaimStateTag state={row.state} />
          {row.answerUntil && <div className="s t3">{t('claims.until', { time: format.instant(row.answerUntil) })}</div>}
        </>
      ),
    },
    {
      key: 'action',
      title: '',
      look: 'action',
      cell: (row) => (
        <Button onClick={() => onChange({ claim: row.voucherId })} aria-label={`${t('claims.show')} ${row.number}`}>
          {t('claims.show')}
        </Button>
      ),
    },
  ]
  const states = ['', ...CLAIM_STATES] as const
  return (
    <Panel
      title={t('claims.list')}
      isFlush
      extra={
        <a className="btn btn-sm" href={claimsFile(wanted)} download>
          {t('claims.download')}
        </a>
      }
    >
      <div className="row g12 wrap panel-body">
        <SelectField
          label={t('claims.state')}
          value={wanted.state ?? ''}
          options={states.map((value) => ({ value, label: value ? t(`claimState.${value}`) : t('claims.all') }))}
          onPick={(claimState) => onChange({ claimState: claimState || undefined })}
        />
        {wanted.month && (
          <Button onClick={() => onChange({ month: undefined })}>
            {wanted.month} × {t('claims.month')}
          </Button>
        )}
      </div>
      <QueryView query={query}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('claims.empty')}>{t('claims.emptyText')}</Empty>
          ) : (
            <>
              <DataTable caption={t('claims.list')} columns={columns} rows={items} rowKey={(row) => row.voucherId} />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
    </Panel>
  )
}
