import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Check, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { listTopics, type WebhookEntry, WebhookForm as WebhookSchema } from './calls.ts'

type WebhookFormProps = {
  initial: WebhookEntry
  submit: string
  isBusy: boolean
  error: Error | null
  onSend: (entry: WebhookEntry) => void
}

/** Name, address and events of a webhook. */
export function WebhookForm({ initial, submit, isBusy, error, onSend }: WebhookFormProps) {
  const { t } = useTranslation('webhooks')
  const topics = useQuery({ queryKey: ['webhook-topics', currentLanguage()], queryFn: listTopics, staleTime: Number.POSITIVE_INFINITY })
  const form = useForm<WebhookEntry>({ initial, schema: WebhookSchema, onSend })
  const toggle = (topic: string, isOn: boolean) =>
    form.set({ topics: isOn ? [...form.values.topics, topic] : form.values.topics.filter((one) => one !== topic) })
  return (
    <form className="form" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={error} idOf={(field) => form.idOf(field.split('/')[1] ?? '')} />
      <TextField {...form.field('name')} label={t('name')} hint={t('nameHint')} />
      <TextField {...form.field('address')} label={t('address')} hint={t('addressHint')} inputMode="url" placeholder="https://" />
      <fieldset className="form-group" style={{ gap: 8 }} id={form.idOf('topics')} tabIndex={-1}>
        <legend className="field-label">{t('topics')}</legend>
        <QueryView query={topics}>
          {(items) =>
            items.map(({ topic, title }) => (
              <Check key={topic} isChecked={form.values.topics.includes(topic)} onChange={(isOn) => toggle(topic, isOn)}>
                {title} <code className="mono t3">{topic}</code>
              </Check>
            ))
          }
        </QueryView>
        {form.errorOf('topics') && <div className="field-error">{form.errorOf('topics')}</div>}
      </fieldset>
      <div>
        <Button kind="primary" type="submit" isBusy={isBusy}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
