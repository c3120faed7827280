import { newId } from '@jiju/kernel/ids'
import { SetSpendingPolicy, SPENDING_ROLES, type SpendingPolicy } from '@jiju/orders/contract/spending'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { policyOptions, setPolicy } from './calls.ts'
import { useStepName } from './step-name.ts'

type Row = { key: string; whose: string; order: string; month: string; upTo: string }
type Values = { limits: Row[]; steps: Row[] }

const rowOf = (entry: {
  role: string | null
  personId: string | null
  order?: string | null
  month?: string | null
  upTo?: string | null
}): Row => ({
  key: newId(),
  whose: entry.role ?? entry.personId ?? '',
  order: entry.order ?? '',
  month: entry.month ?? '',
  upTo: entry.upTo ?? '',
})

const sumOf = (typed: string) => (typed.trim() === '' ? null : typed.trim())

/** `enterprise:…` names a role, anything else a person. */
const whoseOf = ({ whose }: Row) => {
  const role = SPENDING_ROLES.find((one) => one === whose) ?? null
  return { role, personId: role === null && whose !== '' ? whose : null }
}

const toInput = ({ limits, steps }: Values): SetSpendingPolicy => ({
  limits: limits.map((row) => ({ ...whoseOf(row), order: sumOf(row.order), month: sumOf(row.month) })),
  steps: steps.map((row) => ({ ...whoseOf(row), upTo: sumOf(row.upTo) })),
})

/** Limits of persons and roles, and the chain that approves above them; saved together. */
export function PolicyForm({ policy }: { policy: SpendingPolicy }) {
  const { t } = useTranslation('order-spending')
  const client = useQueryClient()
  const mayWrite = useAccess('orders.spending.write')
  const save = useCommand({
    run: setPolicy,
    onDone: (next) => {
      toast(t('policy.saved'))
      client.setQueryData(policyOptions.queryKey, next)
    },
  })
  const form = useForm<Values, SetSpendingPolicy>({
    initial: { limits: policy.limits.map(rowOf), steps: policy.steps.map(rowOf) },
    schema: SetSpendingPolicy,
    toInput,
    onSend: (body) => save.mutate({ body, version: policy.version }),
  })
  const rows = (part: keyof Values) => ({
    part,
    rows: form.values[part],
    people: policy.people,
    errorOf: (index: number, name: string) => form.errorOf(`${part}.${index}.${name}`),
    idOf: (index: number, name: string) => form.idOf(`${part}.${index}.${name}`),
    isFixed: !mayWrite,
    onChange: (next: Row[]) => form.set({ [part]: next }),
  })
  return (
    <form {...form.form} className="form form-wide">
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={save.error} />
      <fieldset className="form-group">
        <legend>{t('policy.limits')}</legend>
        <p className="m t2">{t('policy.limitsHint')}</p>
        <RuleRows {...rows('limits')} fields={['order', 'month']} />
      </fieldset>
      <fieldset className="form-group">
        <legend>{t('policy.steps')}</legend>
        <p className="m t2">{t('policy.stepsHint')}</p>
        <RuleRows {...rows('steps')} fields={['upTo']} />
      </fieldset>
      {mayWrite && (
        <div className="row g12 wrap">
          <Button kind="primary" type="submit" isBusy={save.isPending}>
            {t('policy.save')}
          </Button>
        </div>
      )}
    </form>
  )
}

function RuleRows({
  part,
  rows,
  fields,
  people,
  errorOf,
  idOf,
  isFixed,
  onChange,
}: {
  part: keyof Values
  rows: readonly Row[]
  fields: readonly ('order' | 'month' | 'upTo')[]
  people: SpendingPolicy['people']
  errorOf: (index: number, name: string) => string | undefined
  idOf: (index: number, name: string) => string
  isFixed: boolean
  onChange: (next: Row[]) => void
}) {
  const { t } = useTranslation('order-spending')
  const stepName = useStepName()
  const options = [
    { value: '', label: t('policy.choose') },
    ...SPENDING_ROLES.map((role) => ({
      value: role as string,
      label: t('policy.allWith', { role: stepName({ personName: null, role }) }),
    })),
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const set = (index: number, change: Partial<Row>) => onChange(rows.map((row, at) => (at === index ? { ...row, ...change } : row)))
  return (
    <div className="stack">
      {rows.length === 0 && <p className="m t3">{t(`policy.none.${part}`)}</p>}
      {rows.map((row, index) => (
        <div key={row.key} className="row g12 wrap" style={{ alignItems: 'flex-start' }}>
          {part === 'steps' && (
            <span className="t3" style={{ paddingTop: 32, minWidth: 20 }}>
              {index + 1}.
            </span>
          )}
          <div style={{ flex: '2 1 200px' }}>
            <SelectField
              label={t('policy.whose')}
              id={idOf(index, 'personId')}
              error={errorOf(index, 'personId')}
              options={options}
              value={row.whose}
              disabled={isFixed}
              onPick={(whose) => set(index, { whose })}
            />
          </div>
          {fields.map((field) => (
            <div key={field} style={{ flex: '1 1 140px' }}>
              <UnitField
                label={t(`policy.${field}`)}
                id={idOf(index, field)}
                unit={t('policy.yuan')}
                inputMode="decimal"
                placeholder={t('policy.unlimited')}
                value={row[field]}
                disabled={isFixed}
                error={errorOf(index, field)}
                onChange={(event) => set(index, { [field]: event.target.value })}
              />
            </div>
          ))}
          {!isFixed && (
            <button
              type="button"
              className="icon-btn"
              style={{ marginTop: 26 }}
              aria-label={t('policy.remove', { number: index + 1 })}
              onClick={() => onChange(rows.filter((_row, at) => at !== index))}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
      ))}
      {!isFixed && (
        <div>
          <Button size="sm" onClick={() => onChange([...rows, rowOf({ role: null, personId: null })])}>
            {t(`policy.add.${part}`)}
          </Button>
        </div>
      )}
    </div>
  )
}
