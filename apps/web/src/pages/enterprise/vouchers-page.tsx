import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AccountPanel } from '../../features/order-vouchers/accounts-panel.tsx'
import { accountsOptions } from '../../features/order-vouchers/calls.ts'
import { VoucherTable } from '../../features/order-vouchers/voucher-table.tsx'
import { dayNow } from '../../lib/format.ts'
import { SelectField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'

const YEARS_BACK = 3

/** Vouchers of an enterprise: quota, what is reserved and used, each programme with why or why not, and the orders. */
export function EnterpriseVouchersPage() {
  const { t } = useTranslation('order-vouchers')
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { year?: string }
  const asked = /^\d{4}$/.test(search.year ?? '') ? Number(search.year) : undefined
  const query = useQuery(accountsOptions(asked))
  const thisYear = Number(dayNow().slice(0, 4))
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear - back))
  return (
    <>
      <PageHead
        title={t('account.title')}
        actions={
          <SelectField
            label={t('account.yearLabel')}
            isLabelHidden
            value={String(asked ?? thisYear)}
            options={years.map((value) => ({ value, label: value }))}
            onPick={(year) => void navigate({ to: '/e/vouchers', search: { year }, replace: true })}
          />
        }
      />
      <div className="stack">
        <QueryView query={query} skeleton={<Bones rows={3} />}>
          {({ year, items }) =>
            items.length === 0 ? (
              <div className="panel">
                <Empty title={t('account.none')}>{t('account.noneText')}</Empty>
              </div>
            ) : (
              <div className="stack">
                {items.map((account) => (
                  <AccountPanel key={account.programmeId} account={account} year={year} />
                ))}
              </div>
            )
          }
        </QueryView>
        <VoucherTable side="client" wanted={{ year: asked }} />
      </div>
    </>
  )
}
