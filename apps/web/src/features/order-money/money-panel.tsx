import type { OrderMoney } from '@jiju/orders/contract/money'
import type { Order } from '@jiju/orders/contract/orders'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { zonedParts } from '../../lib/format.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { orderMoneyOptions, payOrder } from './calls.ts'
import { CreditForm } from './credit-form.tsx'
import { Entries } from './entries.tsx'
import { MeteredForm } from './metered-form.tsx'
import styles from './money.module.css'

/** The money of an order: each line with its date, what is left to pay, and the entries of the ledger behind it. */
export function MoneyPanel({ order }: { order: Order }) {
  const { t } = useTranslation('order-money')
  const query = useQuery(orderMoneyOptions(order.id))
  const tag = query.data && settlementTag(query.data)
  return (
    <Panel title={t('panel.title')} note={t('unit')} extra={tag && <Tag kind={tag.kind}>{t(tag.text)}</Tag>}>
      <QueryView query={query} skeleton={<Bones rows={3} />}>
        {(money) => <MoneyView order={order} money={money} />}
      </QueryView>
    </Panel>
  )
}

function settlementTag({ settlement }: OrderMoney) {
  if (!settlement) return undefined
  if (settlement.state === 'done') return { kind: 'ok', text: 'settlement.done' } as const
  return settlement.state === 'waiting'
    ? ({ kind: 'warn', text: 'settlement.waiting' } as const)
    : ({ kind: 'plain', text: 'settlement.running' } as const)
}

const isZero = (yuan: string) => /^-?0+(\.0+)?$/.test(yuan)

function MoneyView({ order, money }: { order: Order; money: OrderMoney }) {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const [open, setOpen] = useState<'entries' | 'credit' | 'metered' | null>(null)
  const canCredit = useAccess('orders.credit_note.issue') && order.side === 'provider' && !isZero(money.creditable ?? '0')
  const canMeasure =
    useAccess('orders.metered.record') && order.side === 'provider' && money.settlement === null && order.items.some(isMetered)
  const close = () => setOpen(null)
  return (
    <div className="stack">
      <table className={styles.lines}>
        <caption className="sr-only">{t('panel.lines')}</caption>
        <tbody>
          {money.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id and never change their order.
            <tr key={index} className={line.kind === 'voucher' ? styles.voucher : undefined}>
              <th scope="row">
                {t(`line.${line.kind}`, { number: line.number ?? '' })}
                <span className={styles.reason}>
                  {[line.at && format.day(zonedParts(line.at).day), line.note].filter(Boolean).join(' · ')}
                </span>
              </th>
              <td>{format.money(line.amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {t('panel.outstanding')}
              <span className={styles.reason}>{t(money.settlement?.state === 'done' ? 'panel.settled' : 'panel.invoiceAfter')}</span>
            </th>
            <td>
              <strong>{format.money(money.outstanding)}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
      {money.areResultsHeld && <p className="notice notice-warn">{t('panel.resultsHeld')}</p>}
      {money.isDepositRequired && Number(money.held) < Number(money.deposit) && money.settlement === null && (
        <p className="s warn">{t('panel.depositMissing', { deposit: format.money(money.deposit), held: format.money(money.held) })}</p>
      )}
      <PayRow order={order} money={money} />
      <div className="row g8 wrap" style={{ justifyContent: 'space-between' }}>
        <button type="button" className="link-btn" onClick={() => setOpen('entries')}>
          {t('panel.entries', { count: money.entries.length * 2 })}
        </button>
        {canMeasure && <Button onClick={() => setOpen('metered')}>{t('metered.open')}</Button>}
        {canCredit && <Button onClick={() => setOpen('credit')}>{t('credit.open')}</Button>}
        {order.side === 'client' && money.settlement?.state === 'done' && (
          <Link to="/e/ledger" search={{ tab: 'invoices' }}>
            {t('panel.invoice')}
          </Link>
        )}
      </div>
      <Drawer title={t('entries.title', { number: order.number })} isOpen={open === 'entries'} onClose={close} isWide>
        <Entries entries={money.entries} />
      </Drawer>
      <CreditForm order={order} rest={money.creditable ?? '0.00'} isOpen={open === 'credit'} onClose={close} />
      <MeteredForm order={order} items={order.items.filter(isMetered)} isOpen={open === 'metered'} onClose={close} />
    </div>
  )
}

const METERED: readonly string[] = ['hour', 'day', 'run', 'batch']
const isMetered = ({ unit }: Order['items'][number]) => METERED.includes(unit)

/** What the client can do about what is left: from the balance when it covers it, else pay in. */
function PayRow({ order, money }: { order: Order; money: OrderMoney }) {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const client = useQueryClient()
  const mayPay = useAccess('orders.order_money.pay') && order.side === 'client'
  const command = useCommand({
    run: payOrder,
    onDone: async (next) => {
      client.setQueryData(orderMoneyOptions(order.id).queryKey, next)
      toast(t('pay.done'))
      await client.invalidateQueries({ queryKey: ['orders'] })
    },
  })
  if (!mayPay || isZero(money.outstanding) || money.balance === null) return null
  const covers = Number(money.balance) >= Number(money.outstanding)
  return (
    <>
      <p className="s t2">{t('pay.balance', { balance: format.money(money.balance) })}</p>
      <ProblemSummary error={command.error} />
      <div className="row g8 wrap">
        {covers && money.settlement === null && (
          <Button isBusy={command.isPending} onClick={() => command.mutate({ id: order.id })}>
            {t('pay.fromBalance', { amount: format.money(money.outstanding) })}
          </Button>
        )}
        {!covers && (
          <ButtonLink to="/e/ledger" search={{ order: order.id, amount: (Number(money.outstanding) - Number(money.balance)).toFixed(2) }}>
            {t('pay.topUp')}
          </ButtonLink>
        )}
      </div>
    </>
  )
}
