import { EditInvoiceData, type InvoiceData } from '@jiju/orders/contract/invoices'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { saveInvoiceData } from './calls.ts'
import styles from './money.module.css'

/** How the own organisation wants its invoices; a special one needs address and bank. */
export function InvoiceDataForm({ data: { version, missing, ...initial } }: { data: InvoiceData }) {
  const { t } = useTranslation('order-money')
  const client = useQueryClient()
  const command = useCommand({
    run: saveInvoiceData,
    onDone: async () => {
      toast(t('invoiceData.saved'))
      await client.invalidateQueries({ queryKey: ['ledger', 'invoice-data'] })
    },
  })
  const form = useForm({ initial, schema: EditInvoiceData, onSend: (body) => command.mutate({ version, body }) })
  return (
    <Panel title={t('invoiceData.title')}>
      <form {...form.form} className={styles.form}>
        {missing.length > 0 && (
          <p className="notice notice-warn">
            {t('invoiceData.missing', { fields: missing.map((field) => t(`invoiceField.${field as 'phone'}`)).join(t('comma')) })}
          </p>
        )}
        <FormErrors errors={form.errors} idOf={form.idOf} />
        <Segmented
          label={t('invoiceData.kind')}
          value={form.values.kind}
          onPick={(kind) => form.set({ kind })}
          options={(['general', 'special'] as const).map((value) => ({ value, label: t(`invoiceKind.${value}`) }))}
        />
        <TextField label={t('invoiceData.titleField')} maxLength={200} {...form.field('title')} />
        <TextField label={t('invoiceData.taxpayerNumber')} maxLength={20} {...form.field('taxpayerNumber')} />
        <div className={styles.pair}>
          <TextField label={t('invoiceData.address')} maxLength={200} {...form.field('address')} />
          <TextField label={t('invoiceData.phone')} maxLength={40} {...form.field('phone')} />
        </div>
        <div className={styles.pair}>
          <TextField label={t('invoiceData.bankName')} maxLength={200} {...form.field('bankName')} />
          <TextField label={t('invoiceData.bankAccount')} maxLength={60} {...form.field('bankAccount')} />
        </div>
        <TextField label={t('invoiceData.email')} type="email" maxLength={200} {...form.field('email')} />
        <ProblemSummary error={command.error} />
        <div>
          <Button type="submit" kind="primary" isBusy={command.isPending}>
            {t('invoiceData.save')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
