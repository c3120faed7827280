import type { EditUseRules, UseRules } from '@jiju/booking/contract/use'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Check, SelectField, TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { toast } from '../../ui/toast.tsx'
import { saveUseRules, useRulesOptions } from './calls.ts'

const MINUTES = ['earlyMinutes', 'graceMinutes', 'overrunMinutes', 'answerDays'] as const

/** How use is begun and ended on one resource. */
export function UseRulesForm({ resourceId, onDone }: { resourceId: string; onDone: () => void }) {
  const query = useQuery(useRulesOptions(resourceId))
  return <QueryView query={query}>{(rules) => <Form key={rules.version} rules={rules} onDone={onDone} />}</QueryView>
}

function Form({ rules, onDone }: { rules: UseRules; onDone: () => void }) {
  const { t } = useTranslation('use')
  const client = useQueryClient()
  const [draft, setDraft] = useState<EditUseRules>({
    checkIn: rules.checkIn,
    earlyMinutes: rules.earlyMinutes,
    graceMinutes: rules.graceMinutes,
    overrunMinutes: rules.overrunMinutes,
    allowsUnbooked: rules.allowsUnbooked,
    answerDays: rules.answerDays,
    freesRest: rules.freesRest,
  })
  const command = useCommand({
    run: saveUseRules,
    onDone: async () => {
      toast(t('rules.saved'))
      await client.invalidateQueries({ queryKey: ['uses', 'rules'] })
      onDone()
    },
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        command.mutate({ resourceId: rules.resourceId, version: rules.version, body: draft })
      }}
    >
      <ProblemSummary error={command.error} />
      <SelectField
        label={t('rules.checkIn')}
        hint={t(`rules.hint.${draft.checkIn}`)}
        value={draft.checkIn}
        options={[
          { value: 'optional', label: t('rules.optional') },
          { value: 'required', label: t('rules.required') },
        ]}
        onPick={(checkIn) => setDraft({ ...draft, checkIn })}
      />
      {MINUTES.map((key) => (
        <TextField
          key={key}
          type="number"
          inputMode="numeric"
          required
          label={t(`rules.${key}`)}
          value={Number.isNaN(draft[key]) ? '' : draft[key]}
          onChange={(event) => setDraft({ ...draft, [key]: event.target.valueAsNumber })}
        />
      ))}
      <Check isChecked={draft.allowsUnbooked} onChange={(allowsUnbooked) => setDraft({ ...draft, allowsUnbooked })}>
        {t('rules.allowsUnbooked')}
      </Check>
      <Check isChecked={draft.freesRest} onChange={(freesRest) => setDraft({ ...draft, freesRest })}>
        {t('rules.freesRest')}
      </Check>
      <div>
        <Button type="submit" kind="primary" isBusy={command.isPending}>
          {t('rules.save')}
        </Button>
      </div>
    </form>
  )
}
