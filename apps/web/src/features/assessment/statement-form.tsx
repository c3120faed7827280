import { type AssessmentStatement, EditStatement } from '@jiju/booking/contract/assessment'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { saveStatement } from './calls.ts'

/** What is stated of a year, of the institution or of one instrument, and by what it can be checked. */
export function StatementForm({
  year,
  field,
  statement,
  resourceId,
  onDone,
}: {
  year: number
  field: string
  statement: AssessmentStatement | null
  resourceId?: string
  onDone: () => void
}) {
  const { t } = useTranslation('assessment')
  const client = useQueryClient()
  const command = useCommand({
    run: saveStatement,
    onDone: async () => {
      await client.invalidateQueries({ queryKey: ['assessment'] })
      onDone()
    },
  })
  const form = useForm<EditStatement>({
    initial: { value: statement?.value ?? '', evidence: statement?.evidence ?? '' },
    schema: EditStatement,
    onSend: (body) =>
      command.mutate({ year, field, version: statement?.version ?? 0, body: { ...body, ...(resourceId ? { resourceId } : {}) } }),
  })
  return (
    <form className="form" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.split('/')[1] ?? '')} />
      <TextArea {...form.field('value')} label={t('statement.value', { year })} rows={6} maxLength={2000} />
      <TextField {...form.field('evidence')} label={t('statement.evidence')} hint={t('statement.hint')} />
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('statement.save')}
        </Button>
      </div>
    </form>
  )
}
