import { type Recipe, WriteRecipe } from '@jiju/orders/contract/batches'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { writeRecipe } from './calls.ts'

type Check = { parameter: string; unit: string; low: string; high: string }
type Step = { title: string; instruction: string; checks: Check[] }
type Values = { code: string; name: string; batchSize: string; sizeUnit: string; changeWords: string; steps: Step[] }

const EMPTY_STEP: Step = { title: '', instruction: '', checks: [] }
const EMPTY_CHECK: Check = { parameter: '', unit: '', low: '', high: '' }
const EMPTY: Values = { code: '', name: '', batchSize: '', sizeUnit: '', changeWords: '', steps: [EMPTY_STEP] }

/** A recipe with its steps and in-process checks; from `recipe` its next version. */
export function RecipeForm({ recipe, onDone }: { recipe?: Recipe | undefined; onDone: () => void }) {
  const { t } = useTranslation('order-batches')
  const [newest] = recipe?.versions ?? []
  const initial: Values =
    recipe && newest
      ? {
          code: recipe.code,
          name: recipe.name,
          batchSize: newest.batchSize,
          sizeUnit: newest.sizeUnit,
          changeWords: '',
          steps: newest.steps.map((step) => ({
            ...step,
            checks: step.checks.map((check) => ({ ...check, low: check.low ?? '', high: check.high ?? '' })),
          })),
        }
      : EMPTY
  const command = useCommand({ run: writeRecipe, onDone })
  const form = useForm({
    initial,
    schema: WriteRecipe,
    toInput: ({ steps, ...values }: Values): WriteRecipe => ({
      ...values,
      steps: steps.map((step) => ({
        ...step,
        checks: step.checks.map((check) => ({ ...check, low: check.low.trim() || null, high: check.high.trim() || null })),
      })),
    }),
    onSend: (body) => command.mutate({ body }),
  })
  const setStep = (index: number, change: Partial<Step>) =>
    form.set({ steps: form.values.steps.map((step, at) => (at === index ? { ...step, ...change } : step)) })
  const setCheck = (index: number, checkIndex: number, change: Partial<Check>) =>
    setStep(index, {
      checks: (form.values.steps[index]?.checks ?? []).map((check, at) => (at === checkIndex ? { ...check, ...change } : check)),
    })
  return (
    <form className="form" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} />
      <div className="form-pair">
        <TextField {...form.field('code')} label={t('recipe.code')} maxLength={40} readOnly={recipe !== undefined} />
        <TextField {...form.field('name')} label={t('recipe.name')} maxLength={200} />
      </div>
      <div className="form-pair">
        <TextField {...form.field('batchSize')} label={t('recipe.size')} inputMode="decimal" />
        <TextField {...form.field('sizeUnit')} label={t('recipe.unit')} maxLength={20} />
      </div>
      {recipe && <TextArea {...form.field('changeWords')} label={t('recipe.change')} rows={2} maxLength={2000} />}
      {form.values.steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are only added behind each other.
        <fieldset className="form-group" key={index}>
          <legend className="field-label">{t('recipe.step', { number: index + 1 })}</legend>
          <TextField
            id={form.idOf(`steps.${index}.title`)}
            label={t('recipe.stepTitle')}
            maxLength={200}
            value={step.title}
            onChange={(event) => setStep(index, { title: event.target.value })}
          />
          <TextArea
            label={t('recipe.instruction')}
            rows={2}
            maxLength={4000}
            value={step.instruction}
            onChange={(event) => setStep(index, { instruction: event.target.value })}
          />
          {step.checks.map((check, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: checks are only added behind each other.
            <div className="form-pair" key={at}>
              <TextField
                label={t('recipe.parameter')}
                value={check.parameter}
                onChange={(event) => setCheck(index, at, { parameter: event.target.value })}
              />
              <TextField
                label={t('recipe.checkUnit')}
                value={check.unit}
                onChange={(event) => setCheck(index, at, { unit: event.target.value })}
              />
              <TextField
                label={t('recipe.low')}
                inputMode="decimal"
                value={check.low}
                onChange={(event) => setCheck(index, at, { low: event.target.value })}
              />
              <TextField
                label={t('recipe.high')}
                inputMode="decimal"
                value={check.high}
                onChange={(event) => setCheck(index, at, { high: event.target.value })}
              />
            </div>
          ))}
          <div>
            <Button size="sm" onClick={() => setStep(index, { checks: [...step.checks, EMPTY_CHECK] })}>
              {t('recipe.addCheck')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className="row g8">
        <Button onClick={() => form.set({ steps: [...form.values.steps, EMPTY_STEP] })}>{t('recipe.addStep')}</Button>
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('recipe.save')}
        </Button>
      </div>
    </form>
  )
}
