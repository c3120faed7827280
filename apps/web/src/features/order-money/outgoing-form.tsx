import type { InvoiceData } from '@jiju/orders/contract/invoices'
import { AskOutgoing, type Outgoing } from '@jiju/orders/contract/payments'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { askOutgoing } from './calls.ts'
import styles from './money.module.css'

type Known = Pick<InvoiceData, 'title' | 'bankName' | 'bankAccount'>

/** Asks for the own balance back, or for what was earned; the amount leaves the account at once. */
export function OutgoingForm({ kind, balance, known }: { kind: Outgoing['kind']; balance: string; known: Known }) {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const client = useQueryClient()
  const initial = { amount: '', accountName: known.title, accountNumber: known.bankAccount, bankName: known.bankName, reason: '' }
  const command = useCommand({
    run: askOutgoing,
    onDone: async () => {
      form.reset(initial)
      toast(t('outgoing.asked'))
      await client.invalidateQueries({ queryKey: ['ledger'] })
    },
  })
  const form = useForm({ initial, schema: AskOutgoing, onSend: (body) => command.mutate({ kind, body }) })
  return (
    <Panel title={t(`outgoing.title.${kind}`)}>
      <form {...form.form} className={styles.form}>
        <p className="t2">{t(`outgoing.lead.${kind}`, { balance: format.money(balance) })}</p>
        <FormErrors errors={form.errors} idOf={form.idOf} />
        <UnitField label={t('amount')} unit={t('yuan')} inputMode="decimal" {...form.field('amount')} />
        <TextField label={t('outgoing.accountName')} maxLength={200} {...form.field('accountName')} />
        <div className={styles.pair}>
          <TextField label={t('outgoing.accountNumber')} maxLength={60} inputMode="numeric" {...form.field('accountNumber')} />
          <TextField label={t('outgoing.bankName')} maxLength={200} {...form.field('bankName')} />
        </div>
        <ProblemSummary error={command.error} />
        <div>
          <Button type="submit" kind="primary" isBusy={command.isPending}>
            {t(`outgoing.send.${kind}`)}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
