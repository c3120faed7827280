import { newId } from '@jiju/kernel/ids'
import type { QuotedTerms, Terms } from '@jiju/orders/contract/terms'
import { WriteTerms } from '@jiju/orders/contract/terms'
import { clauseWords, type Figure } from '@jiju/orders/core/agreement/figures'
import { TERMS_TOPICS, type TermsTopic } from '@jiju/orders/core/agreement/terms'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import './agreement.css'
import { saveTerms } from './calls.ts'
import { FigureFields } from './figure-fields.tsx'

type Values = { topic: TermsTopic; name: string; clauses: { key: string; heading: string; text: string; figure: Figure | null }[] }

const emptyClause = () => ({ key: newId(), heading: '', text: '', figure: null })

/** A draft to write, new when `terms` is null. */
export function TermsForm({ terms, onDone }: { terms: Terms | null; onDone: () => void }) {
  const { t } = useTranslation('order-agreement')
  const save = useCommand({
    run: saveTerms,
    onDone: () => {
      toast(t('terms.saved'))
      onDone()
    },
  })
  const form = useForm<Values, WriteTerms>({
    initial: {
      topic: terms?.topic ?? 'general',
      name: terms?.name ?? '',
      clauses: terms ? terms.clauses.map(({ figure = null, ...clause }) => ({ ...clause, figure })) : [emptyClause()],
    },
    schema: WriteTerms,
    toInput: ({ topic, name, clauses }) => ({
      topic,
      name: name.trim(),
      clauses: clauses.map(({ heading, text, figure }) => ({ heading: heading.trim(), text: text.trim(), ...(figure && { figure }) })),
    }),
    onSend: (body) => save.mutate({ terms, body }),
  })
  const { clauses } = form.values
  const set = (index: number, change: Partial<Values['clauses'][number]>) =>
    form.set({ clauses: clauses.map((clause, at) => (at === index ? { ...clause, ...change } : clause)) })
  return (
    <form {...form.form} className="form form-wide">
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={save.error} />
      <SelectField
        label={t('terms.topic')}
        value={form.values.topic}
        disabled={terms !== null}
        options={TERMS_TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))}
        onPick={(topic) => form.set({ topic })}
      />
      <TextField label={t('terms.name')} maxLength={100} {...form.field('name')} />
      {clauses.map((clause, index) => (
        <fieldset key={clause.key} className="change-card">
          <legend className="b">{t('terms.clause', { number: index + 1 })}</legend>
          <TextField
            label={t('terms.heading')}
            id={form.idOf(`clauses.${index}.heading`)}
            error={form.errorOf(`clauses.${index}.heading`)}
            maxLength={200}
            value={clause.heading}
            onChange={(event) => set(index, { heading: event.target.value })}
          />
          <TextArea
            label={t('terms.text')}
            id={form.idOf(`clauses.${index}.text`)}
            error={form.errorOf(`clauses.${index}.text`)}
            rows={4}
            maxLength={4000}
            value={clause.text}
            onChange={(event) => set(index, { text: event.target.value })}
          />
          {form.values.topic === 'retention' && <FigureFields figure={clause.figure} onChange={(figure) => set(index, { figure })} />}
          {clauses.length > 1 && (
            <div>
              <Button size="sm" onClick={() => form.set({ clauses: clauses.filter((_clause, at) => at !== index) })}>
                {t('terms.removeClause', { number: index + 1 })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div className="row g8 wrap">
        <Button onClick={() => form.set({ clauses: [...clauses, emptyClause()] })}>{t('terms.addClause')}</Button>
        <Button kind="primary" type="submit" isBusy={save.isPending}>
          {t('terms.save')}
        </Button>
      </div>
    </form>
  )
}

/** What was published, to read. */
export function TermsText({ terms }: { terms: QuotedTerms }) {
  const { t } = useTranslation('order-agreement')
  const format = useFormat()
  return (
    <div className="stack">
      <p className="s t3">
        {t(`topic.${terms.topic}`)} · {t('version', { number: terms.number })}
        {terms.publishedAt &&
          terms.publishedByName &&
          ` · ${t('terms.publishedBy', { name: terms.publishedByName, at: format.stamp(terms.publishedAt) })}`}
      </p>
      <ol className="clauses">
        {terms.clauses.map((clause) => (
          <li key={clause.key}>
            <span className="b">{clause.heading}</span>
            <p className="m pre">{clauseWords(clause)}</p>
          </li>
        ))}
      </ol>
    </div>
  )
}
