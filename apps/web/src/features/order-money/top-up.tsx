import type { Ledger } from '@jiju/orders/contract/money'
import type { Payment } from '@jiju/orders/contract/payments'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { activeOrganisation, useMe } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { beginPayment } from './calls.ts'
import styles from './money.module.css'

/** Pays in: by bank with a number as its reference, or through the payment provider's page. */
export function TopUp({ ledger, amount: wanted, orderId }: { ledger: Ledger; amount?: string | undefined; orderId?: string | undefined }) {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const client = useQueryClient()
  const navigate = useNavigate()
  const payer = activeOrganisation(useMe())?.name ?? ''
  const [channel, setChannel] = useState<Payment['channel']>('bank_transfer')
  const [amount, setAmount] = useState(wanted ?? '')
  const [announced, setAnnounced] = useState<Payment | null>(null)
  const command = useCommand({
    run: beginPayment,
    onDone: async (payment) => {
      await client.invalidateQueries({ queryKey: ['ledger'] })
      const reference = payment.payPath?.split('/').at(-1)
      if (reference) await navigate({ to: '/pay/sandbox/$reference', params: { reference } })
      else setAnnounced(payment)
    },
  })
  const channels = ledger.canPayInSandbox ? (['bank_transfer', 'sandbox'] as const) : (['bank_transfer'] as const)
  return (
    <Panel title={t('topUp.title')}>
      <div className={styles.form}>
        {channels.length > 1 && (
          <Segmented
            label={t('topUp.channel')}
            value={channel}
            onPick={setChannel}
            options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          />
        )}
        <UnitField
          label={t('amount')}
          unit={t('yuan')}
          inputMode="decimal"
          value={amount}
          hint={orderId ? t('topUp.forOrder') : undefined}
          onChange={(event) => setAmount(event.target.value.trim())}
        />
        <ProblemSummary error={command.error} />
        <div>
          <Button
            kind="primary"
            disabled={!/^\d{1,9}(\.\d{1,2})?$/.test(amount) || Number(amount) === 0}
            isBusy={command.isPending}
            onClick={() => command.mutate({ amount, channel, orderId: orderId ?? null })}
          >
            {t(channel === 'sandbox' ? 'topUp.pay' : 'topUp.announce')}
          </Button>
        </div>
        {announced && (
          <div className="notice" role="status">
            <div className="f1">
              <p className="b">{t('topUp.announced', { amount: format.money(announced.amount) })}</p>
              <dl className="kv">
                <dt>{t('topUp.reference')}</dt>
                <dd className="b">{announced.number}</dd>
                <dt>{t('topUp.payer')}</dt>
                <dd>{payer}</dd>
              </dl>
            </div>
          </div>
        )}
        {channel === 'bank_transfer' && <p className="s t2">{t('topUp.code', { code: ledger.transferCode })}</p>}
      </div>
    </Panel>
  )
}
