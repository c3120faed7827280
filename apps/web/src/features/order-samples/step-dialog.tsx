import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { type Proof, ProofPicker } from './proof-picker.tsx'

/** One question of a step. Text that is left empty is not sent. */
export type StepField = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly kind: 'text' | 'area' | 'quantity' | 'day' | 'select' | 'files'
  readonly unit?: string
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly isOptional?: boolean
  readonly initial?: string
}

export type StepValues = Readonly<Record<string, string>>

/** A button that asks the few things a step needs, and then does it. */
export function StepDialog<Answer>({
  title,
  effect,
  fields,
  orderId,
  look = 'default',
  size = 'md',
  toBody = (values, fileIds) => ({ ...filled(values), ...(fileIds.length > 0 && { fileIds }) }),
  run,
  onDone,
  children,
}: {
  title: string
  effect?: string
  fields: readonly StepField[]
  /** The order to which proof is uploaded. */
  orderId: string
  look?: 'default' | 'primary' | 'danger' | 'text'
  size?: 'sm' | 'md'
  toBody?: (values: StepValues, fileIds: string[]) => Readonly<Record<string, unknown>>
  run: (body: Readonly<Record<string, unknown>>, headers: { 'Idempotency-Key': string }) => Promise<Answer>
  onDone: (answer: Answer) => void | Promise<void>
  children?: ReactNode
}) {
  const { t } = useTranslation(['order-samples', 'common'])
  const [isOpen, setOpen] = useState(false)
  const [values, setValues] = useState<StepValues>({})
  const [files, setFiles] = useState<readonly Proof[]>([])
  const command = useCommand({
    run,
    onDone: async (answer) => {
      setOpen(false)
      await onDone(answer)
    },
  })
  const open = () => {
    setValues(Object.fromEntries(fields.map(({ name, initial = '' }) => [name, initial])))
    setFiles([])
    command.reset()
    setOpen(true)
  }
  const isWhole = fields.every(({ name, kind, isOptional }) => isOptional || (kind === 'files' ? files.length > 0 : values[name]?.trim()))
  const send = () =>
    command.mutate(
      toBody(
        values,
        files.map(({ fileId }) => fileId),
      ),
    )
  return (
    <>
      <Button kind={look} size={size} onClick={open}>
        {title}
      </Button>
      <Dialog
        title={title}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        foot={
          <>
            <Button onClick={() => setOpen(false)}>{t('act.keep')}</Button>
            <Button kind={look === 'danger' ? 'danger' : 'primary'} isBusy={command.isPending} disabled={!isWhole} onClick={send}>
              {title}
            </Button>
          </>
        }
      >
        <div className="stack">
          <ProblemSummary error={command.error} />
          {effect && <p>{effect}</p>}
          {children}
          {fields.map((field) =>
            field.kind === 'files' ? (
              <ProofPicker key={field.name} orderId={orderId} files={files} onChange={setFiles} label={field.label} />
            ) : (
              <Question
                key={field.name}
                field={field.isOptional ? { ...field, label: `${field.label}（${t('common:optional')}）` } : field}
                value={values[field.name] ?? ''}
                onChange={(value) => setValues({ ...values, [field.name]: value })}
              />
            ),
          )}
        </div>
      </Dialog>
    </>
  )
}

/** What was typed, without what was left empty. */
export const filled = (values: StepValues): StepValues =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])))

function Question({ field, value, onChange }: { field: StepField; value: string; onChange: (value: string) => void }) {
  const { label, hint, kind, unit = '', options = [] } = field
  const control = { label, hint, value, onChange: (event: { target: { value: string } }) => onChange(event.target.value) }
  if (kind === 'area') return <TextArea {...control} rows={3} maxLength={1000} />
  if (kind === 'quantity') return <UnitField {...control} unit={unit} inputMode="decimal" />
  if (kind === 'select') return <SelectField label={label} hint={hint} value={value} options={options} onPick={onChange} />
  return <TextField {...control} type={kind === 'day' ? 'date' : 'text'} maxLength={200} />
}
