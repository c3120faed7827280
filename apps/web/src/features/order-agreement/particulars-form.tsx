import { type Agreement, AgreementParticulars } from '@jiju/orders/contract/agreements'
import type { Order } from '@jiju/orders/contract/orders'
import { PARTICULARS, type Particular, REMAINDERS, REPORT_WAYS, SCOPES, STORAGES, YES_NO } from '@jiju/orders/core/agreement/content'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { writeParticulars } from './calls.ts'

const CHOICES: Partial<Record<Particular, readonly string[]>> = {
  scope: SCOPES,
  storage: STORAGES,
  remainder: REMAINDERS,
  reportWay: REPORT_WAYS,
  allowsSubcontract: YES_NO,
}

/** What the entrustment says of samples, basis and delivery; printed in the agreement. Read only once it is frozen. */
export function ParticularsForm({
  order,
  agreement,
  mayWrite,
  onDone,
}: {
  order: Order
  agreement: Agreement
  mayWrite: boolean
  onDone: (next: Agreement) => void
}) {
  const { t } = useTranslation('order-agreement')
  const [isEdited, setEdited] = useState(false)
  const written = PARTICULARS.filter((key) => agreement.particulars[key])
  return (
    <section className="stack" aria-label={t('particulars.title')}>
      <h3 className="h3">{t('particulars.title')}</h3>
      {isEdited ? (
        <Fields order={order} agreement={agreement} onClose={() => setEdited(false)} onDone={onDone} />
      ) : (
        <>
          {written.length === 0 && <p className="m t3">{t('particulars.none')}</p>}
          <dl className="facts">
            {written.map((key) => (
              <div key={key}>
                <dt>{t(`particulars.field.${key}`)}</dt>
                <dd>
                  <Value name={key} value={agreement.particulars[key] ?? ''} />
                </dd>
              </div>
            ))}
          </dl>
          {mayWrite && (
            <div>
              <Button size="sm" onClick={() => setEdited(true)}>
                {t('particulars.edit')}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  )
}

function Value({ name, value }: { name: Particular; value: string }) {
  const { t } = useTranslation('order-agreement')
  return CHOICES[name] ? t(`particulars.choice.${value as 'full'}`) : value
}

function Fields({
  order,
  agreement,
  onClose,
  onDone,
}: {
  order: Order
  agreement: Agreement
  onClose: () => void
  onDone: (next: Agreement) => void
}) {
  const { t } = useTranslation('order-agreement')
  const [values, setValues] = useState<Partial<Record<Particular, string>>>(agreement.particulars)
  const save = useCommand({
    run: writeParticulars,
    onDone: (next) => {
      toast(t('particulars.saved'))
      onClose()
      onDone(next)
    },
  })
  const set = (key: Particular, value: string) => setValues({ ...values, [key]: value })
  const send = () => {
    const body = AgreementParticulars.parse(Object.fromEntries(Object.entries(values).filter(([, value]) => value?.trim())))
    save.mutate({ id: order.id, version: agreement.version, body })
  }
  return (
    <div className="stack">
      <ProblemSummary error={save.error} />
      <div className="form-pair">
        {PARTICULARS.map((key) => {
          const choices = CHOICES[key]
          const label = t(`particulars.field.${key}`)
          return choices ? (
            <SelectField
              key={key}
              label={label}
              value={values[key] ?? ''}
              options={[
                { value: '', label: t('particulars.open') },
                ...choices.map((value) => ({ value, label: t(`particulars.choice.${value as 'full'}`) })),
              ]}
              onPick={(value) => set(key, value)}
            />
          ) : (
            <TextField
              key={key}
              label={label}
              maxLength={300}
              value={values[key] ?? ''}
              onChange={(event) => set(key, event.target.value)}
            />
          )
        })}
      </div>
      <div className="row g8 wrap">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button kind="primary" isBusy={save.isPending} onClick={send}>
          {t('particulars.save')}
        </Button>
      </div>
    </div>
  )
}
