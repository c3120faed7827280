import type { FactStatement } from '@jiju/scoring/contract/facts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOnlyDoubted } from '../../lib/problem.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFactNames } from '../../lib/use-fact-names.ts'
import { Button } from '../../ui/button.tsx'
import { Check, SelectField, TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { correctFact } from './calls.ts'

type Source = FactStatement['source']

/** States another value in place of a current one, or what a source has not stated; what is implausible is confirmed, not hidden. */
export function CorrectFact({
  enterpriseId,
  code,
  period,
  fact,
  onClose,
}: {
  enterpriseId: string
  code: string
  period: string
  fact: FactStatement | null
  onClose: () => void
}) {
  const { t } = useTranslation('scoring-facts')
  const { unitOf, definitions } = useFactNames()
  const client = useQueryClient()
  const competent = definitions.find((definition) => definition.code === code)?.authority ?? []
  const [source, setSource] = useState<Source>(fact?.source ?? competent[0] ?? 'statistics')
  const [value, setValue] = useState(fact?.value ?? '')
  const [document, setDocument] = useState('')
  const [reason, setReason] = useState('')
  const [isConfirmed, setConfirmed] = useState(false)
  const correct = useCommand({
    run: correctFact,
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['facts'] })
    },
  })
  const isDoubted = isOnlyDoubted(correct.error)
  const send = () =>
    correct.mutate({
      id: enterpriseId,
      body: {
        factCode: code,
        period,
        source,
        replaces: fact?.id ?? null,
        value: value.trim().replace('−', '-'),
        reason: reason.trim(),
        isConfirmed,
        ...(document.trim() && { document: document.trim() }),
      },
    })
  return (
    <div className="stack">
      <p className="t2">{t('enterprise.correctLine')}</p>
      <ProblemSummary error={correct.error} />
      {(isDoubted || isConfirmed) && (
        <Check isChecked={isConfirmed} onChange={setConfirmed}>
          {t('enterprise.confirmDoubt')}
        </Check>
      )}
      {fact ? (
        <p>
          {t('enterprise.source')} {t(`source.${fact.source}`)}
        </p>
      ) : (
        <SelectField
          label={t('enterprise.source')}
          value={source}
          options={competent.map((each) => ({ value: each, label: t(`source.${each}`) }))}
          onPick={setSource}
        />
      )}
      <UnitField
        label={t('enterprise.newValue')}
        unit={unitOf(code)}
        inputMode="decimal"
        value={value}
        maxLength={30}
        onChange={(event) => {
          setValue(event.target.value)
          // Another value has been neither doubted nor looked at.
          correct.reset()
          setConfirmed(false)
        }}
      />
      <TextField label={t('enterprise.document')} value={document} maxLength={200} onChange={(event) => setDocument(event.target.value)} />
      <TextArea label={t('enterprise.why')} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      <div className="row g8">
        <Button
          kind="primary"
          isBusy={correct.isPending}
          disabled={value.trim() === '' || reason.trim().length < 2 || (isDoubted && !isConfirmed)}
          onClick={send}
        >
          {fact ? t('enterprise.correct') : t('enterprise.addStatement')}
        </Button>
        <Button onClick={onClose}>{t('enterprise.back')}</Button>
      </div>
    </div>
  )
}
