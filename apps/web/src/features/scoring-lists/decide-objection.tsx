import type { DecideObjection as Decision, Objection } from '@jiju/scoring/contract/objections'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api.ts'
import { isOnlyDoubted } from '../../lib/problem.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFactNames } from '../../lib/use-fact-names.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Check, Segmented, SelectField, TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { decideObjection } from './calls.ts'

type Correction = Omit<Decision['corrections'][number], 'isConfirmed'>

/** The answer to an objection; upheld it corrects facts at their source, and what is implausible about them is confirmed, not hidden. */
export function DecideObjection({ objection, period, modelId }: { objection: Objection; period: string; modelId: string }) {
  const { t } = useTranslation('scoring-lists')
  const client = useQueryClient()
  const [decision, setDecision] = useState<Decision['decision']>('upheld')
  const [reasons, setReasons] = useState('')
  const [corrections, setCorrections] = useState<readonly Correction[]>([])
  const [isConfirmed, setConfirmed] = useState(false)
  const decide = useCommand({
    run: decideObjection,
    onDone: async () => {
      toast(t('objections.sent'))
      await client.invalidateQueries({ queryKey: ['scoring'] })
    },
  })
  const isDoubted = isOnlyDoubted(decide.error)
  const correct = (changed: readonly Correction[]) => {
    setCorrections(changed)
    // Another value has been neither doubted nor looked at.
    decide.reset()
    setConfirmed(false)
  }
  const idOf = (field: string) => `${objection.id}${field.replaceAll('/', '-')}`
  return (
    <div className="stack">
      <ProblemSummary error={decide.error} idOf={idOf} />
      {(isDoubted || isConfirmed) && (
        <Check isChecked={isConfirmed} onChange={setConfirmed}>
          {t('objections.confirmDoubts')}
        </Check>
      )}
      <div>
        <Segmented
          label={t('objections.decide')}
          value={decision}
          onPick={setDecision}
          options={[
            { value: 'upheld', label: t('objections.upheld') },
            { value: 'rejected', label: t('objections.rejected') },
          ]}
        />
      </div>
      {decision === 'upheld' && objection.enterpriseId !== null && (
        <Corrections {...{ corrections, period, modelId, idOf }} onChange={correct} />
      )}
      <TextArea
        label={t('objections.reasons')}
        rows={3}
        maxLength={4000}
        value={reasons}
        onChange={(event) => setReasons(event.target.value)}
      />
      <div>
        <Button
          kind="primary"
          isBusy={decide.isPending}
          disabled={reasons.trim().length < 5 || (isDoubted && !isConfirmed)}
          onClick={() =>
            decide.mutate({
              objection,
              body: {
                decision,
                reasons: reasons.trim(),
                corrections: decision === 'upheld' ? corrections.map((one) => ({ ...one, isConfirmed })) : [],
              },
            })
          }
        >
          {t('objections.send')}
        </Button>
      </div>
    </div>
  )
}

function Corrections({
  corrections,
  period,
  modelId,
  idOf,
  onChange,
}: {
  corrections: readonly Correction[]
  period: string
  modelId: string
  idOf: (field: string) => string
  onChange: (changed: readonly Correction[]) => void
}) {
  const { t } = useTranslation('scoring-lists')
  const format = useFormat()
  const { nameOf, unitOf, definitions } = useFactNames()
  // The columns that the model of the list reads are what can be wrong.
  const columns = useQuery({
    queryKey: ['scoring', 'coverage', modelId, period],
    queryFn: async () => await answer(api.GET('/api/v1/scoring/run-coverage', { params: { query: { modelId, period } } })),
  }).data?.columns
  const facts = (columns ?? []).map(({ ref, period: of }) => {
    const [code = ''] = ref.split('@')
    return { value: `${code} ${of}`, label: `${nameOf(code)} ${format.period(of)}` }
  })
  const sourcesOf = (code: string) => definitions.find((definition) => definition.code === code)?.authority ?? []
  const of = (picked: string): Pick<Correction, 'factCode' | 'period' | 'source'> => {
    const [factCode = '', named = ''] = picked.split(' ')
    return { factCode, period: named, source: sourcesOf(factCode)[0] ?? 'statistics' }
  }
  const change = (index: number, changed: Partial<Correction>) =>
    onChange(corrections.map((one, place) => (place === index ? { ...one, ...changed } : one)))
  return (
    <>
      {corrections.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: corrections have no name of their own before they are sent.
        <div key={index} className="row g8 wrap" style={{ alignItems: 'flex-end' }}>
          <SelectField
            label={t('objections.fact')}
            value={`${one.factCode} ${one.period}`}
            options={facts}
            onPick={(picked) => change(index, of(picked))}
          />
          <SelectField
            label={t('objections.source')}
            value={one.source}
            options={sourcesOf(one.factCode).map((value) => ({ value, label: t(`source.${value}`) }))}
            onPick={(source) => change(index, { source })}
          />
          <UnitField
            id={idOf(`/corrections/${index}/value`)}
            label={t('objections.value')}
            unit={unitOf(one.factCode)}
            inputMode="decimal"
            value={one.value}
            onChange={(event) => change(index, { value: event.target.value.trim() })}
          />
          <TextField
            id={idOf(`/corrections/${index}/document`)}
            label={t('objections.document')}
            maxLength={200}
            value={one.document}
            onChange={(event) => change(index, { document: event.target.value })}
          />
          <Button kind="text" onClick={() => onChange(corrections.filter((_, place) => place !== index))}>
            {t('objections.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          kind="text"
          onClick={() => onChange([...corrections, { ...of(facts[0]?.value ?? ''), value: '', document: '' }])}
          disabled={facts.length === 0}
        >
          {t('objections.addCorrection')}
        </Button>
      </div>
    </>
  )
}
