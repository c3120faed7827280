import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type ClaimSearch, ClaimsPanel } from '../../features/order-vouchers/claims-panel.tsx'
import { VoucherTable } from '../../features/order-vouchers/voucher-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'

/** Vouchers of a provider: what is claimed with its papers, and every order with a voucher. */
export function ProviderVouchersPage() {
  const { t } = useTranslation('order-vouchers')
  const search = useSearch({ strict: false }) as ClaimSearch
  return (
    <>
      <PageHead title={t('title')} />
      <div className="stack">
        <ClaimsPanel side="provider" search={search} />
        <VoucherTable side="provider" wanted={{}} />
      </div>
    </>
  )
}
