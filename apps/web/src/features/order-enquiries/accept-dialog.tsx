import type { Enquiry } from '@jiju/orders/contract/enquiries'
import type { Quote } from '@jiju/orders/contract/quotes'
import type { VoucherOffer } from '@jiju/orders/contract/vouchers'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Check } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { acceptQuote, enquiryKey } from './calls.ts'

/** The last look before a quote binds both sides: price, voucher, date, and what it means for the others. */
export function AcceptDialog({
  enquiry,
  quote,
  voucher,
  others,
  onClose,
}: {
  enquiry: Enquiry
  quote: Quote
  voucher: VoucherOffer | null
  others: number
  onClose: () => void
}) {
  const { t } = useTranslation('order-enquiries')
  const format = useFormat()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [isWithVoucher, setWithVoucher] = useState(voucher !== null)
  const command = useCommand({
    run: acceptQuote,
    onDone: async (order) => {
      toast(t(order.state === 'awaiting_approval' ? 'accept.submitted' : 'accept.done'))
      await navigate({ to: '/e/orders/$id', params: { id: order.id } })
      void client.invalidateQueries({ queryKey: enquiryKey })
      void client.invalidateQueries({ queryKey: ['orders'] })
    },
  })
  const used = isWithVoucher ? voucher : null
  const programme = voucher && (currentLanguage() === 'en' ? voucher.nameEn : voucher.nameZh)
  const facts: [string, string][] = [
    [t('compare.row.total'), format.price(quote.total)],
    ...(used ? ([[t('compare.afterVoucher'), format.price(used.clientPays)]] as [string, string][]) : []),
    [t('compare.row.report_day'), `${format.day(quote.reportDay)} · ${t('compare.days', { count: quote.turnaroundDays })}`],
  ]
  return (
    <Dialog
      title={t('accept.title', { name: quote.providerName })}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button
            kind="primary"
            isBusy={command.isPending}
            onClick={() =>
              command.mutate({
                id: quote.id,
                body: used ? { voucherProgrammeId: used.programmeId, expectedVoucher: used.amount } : {},
              })
            }
          >
            {t('accept.button')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <ProblemSummary error={command.error} />
        <dl className="kv">
          {facts.map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {voucher && (
          <Check isChecked={isWithVoucher} onChange={setWithVoucher}>
            {t('accept.voucher', { programme, amount: format.money(voucher.amount), left: format.money(voucher.left) })}
          </Check>
        )}
        <p className="m t2">
          {t('accept.effect')}
          {others > 0 && t('accept.others', { count: others })}
          {enquiry.confidentiality === 'sealed' && t('accept.sealed')}
        </p>
      </div>
    </Dialog>
  )
}
