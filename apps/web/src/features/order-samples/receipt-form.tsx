import type { ReceiveSamples, Sample } from '@jiju/orders/contract/samples'
import { CONDITIONS } from '@jiju/orders/core/samples/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Check, Segmented, SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { receiveSamples, storagePlacesOptions } from './calls.ts'
import { type Proof, ProofPicker } from './proof-picker.tsx'

type Found = {
  readonly answer: 'take' | 'refuse' | 'skip'
  readonly condition: (typeof CONDITIONS)[number]
  readonly celsius: string
  readonly placeId: string
  readonly words: string
  readonly files: readonly Proof[]
}

const UNTOUCHED: Found = { answer: 'take', condition: 'intact', celsius: '', placeId: '', words: '', files: [] }

/** Receipt sample by sample, made for a phone at the bench: the answer, the condition, a photo, and the next one. */
export function ReceiptForm({
  orderId,
  samples,
  mayReceiveOrder,
  onDone,
}: {
  orderId: string
  samples: readonly Sample[]
  /** The order waits for nothing but its samples. */
  mayReceiveOrder: boolean
  onDone: () => void | Promise<void>
}) {
  const { t } = useTranslation(['order-samples', 'common'])
  const [found, setFound] = useState<Readonly<Record<string, Found>>>({})
  const [impact, setImpact] = useState('')
  const [pausesOrder, setPauses] = useState(true)
  const [receivesOrder, setReceives] = useState(mayReceiveOrder)
  const of = (id: string) => found[id] ?? UNTOUCHED
  const told = samples.filter(({ id }) => of(id).answer !== 'skip')
  const refused = told.filter(({ id }) => of(id).answer === 'refuse')
  const takesAll = told.length === samples.length && refused.length === 0
  const command = useCommand({
    run: receiveSamples,
    onDone: async (_answer, { body }) => {
      toast(t('receive.done', { count: body.items.length }))
      await onDone()
    },
  })
  const body: ReceiveSamples = {
    items: told.map(({ id }) => itemOf(id, of(id))),
    pausesOrder: refused.length > 0 && pausesOrder,
    impact: impact.trim(),
    receivesOrder: mayReceiveOrder && receivesOrder && takesAll,
  }
  const isWhole =
    told.length > 0 &&
    told.every(({ id }) => of(id).condition === 'intact' || of(id).words.trim()) &&
    refused.every(({ id }) => of(id).words.trim())
  return (
    <div className="stack">
      <p className="t2">{t('receive.lead')}</p>
      <ProblemSummary error={command.error} />
      {samples.map((sample) => (
        <OneSample
          key={sample.id}
          sample={sample}
          found={of(sample.id)}
          onChange={(change) => setFound({ ...found, [sample.id]: { ...of(sample.id), ...change } })}
        />
      ))}
      {refused.length > 0 && (
        <Panel>
          <div className="stack">
            <TextArea
              label={`${t('field.impact')}（${t('common:optional')}）`}
              rows={2}
              maxLength={2000}
              value={impact}
              onChange={({ target }) => setImpact(target.value)}
            />
            <Check isChecked={pausesOrder} onChange={setPauses}>
              {t('receive.pauses')}
            </Check>
          </div>
        </Panel>
      )}
      {mayReceiveOrder && takesAll && (
        <Check isChecked={receivesOrder} onChange={setReceives}>
          {t('receive.receives')}
        </Check>
      )}
      <div>
        <Button
          kind="primary"
          size="lg"
          isBlock
          disabled={!isWhole}
          isBusy={command.isPending}
          onClick={() => command.mutate({ orderId, body })}
        >
          {t('receive.submit', { count: told.length })}
        </Button>
      </div>
    </div>
  )
}

function itemOf(sampleId: string, found: Found): ReceiveSamples['items'][number] {
  const words = found.words.trim()
  return {
    sampleId,
    condition: found.condition,
    fileIds: found.files.map(({ fileId }) => fileId),
    ...(found.celsius.trim() && { celsius: Number(found.celsius) }),
    ...(found.placeId && { placeId: found.placeId }),
    ...(words && (found.answer === 'refuse' ? { refusal: words } : { words })),
  }
}

function OneSample({ sample, found, onChange }: { sample: Sample; found: Found; onChange: (change: Partial<Found>) => void }) {
  const { t } = useTranslation(['order-samples', 'common'])
  const places = (useQuery(storagePlacesOptions).data?.items ?? []).filter(({ isRetired }) => !isRetired)
  const needsWords = found.answer === 'refuse' || found.condition !== 'intact'
  const rare = (label: string) => `${label}（${t('common:optional')}）`
  return (
    <Panel
      title={`${sample.number} ${sample.name}`}
      note={[sample.code, sample.spec, `${sample.quantity} ${sample.unit}`, t(`storage.${sample.storage}`)].filter(Boolean).join(' · ')}
    >
      <div className="stack">
        {sample.hazards.length > 0 && <p className="warn">{sample.hazards.map((hazard) => t(`hazard.${hazard}`)).join(' · ')}</p>}
        <Segmented
          label={t('receive.answer', { number: sample.number })}
          isWide
          value={found.answer}
          options={(['take', 'refuse', 'skip'] as const).map((value) => ({ value, label: t(`receive.${value}`) }))}
          onPick={(answer) => onChange({ answer, ...(answer === 'refuse' && found.condition === 'intact' && { condition: 'damaged' }) })}
        />
        {found.answer !== 'skip' && (
          <>
            <div className="form-pair">
              <SelectField
                label={t('field.condition')}
                value={found.condition}
                options={CONDITIONS.map((value) => ({ value, label: t(`condition.${value}`) }))}
                onPick={(condition) => onChange({ condition })}
              />
              <TextField
                label={rare(t('field.celsius'))}
                inputMode="decimal"
                value={found.celsius}
                onChange={({ target }) => onChange({ celsius: target.value })}
              />
              <SelectField
                label={rare(t('field.place'))}
                value={found.placeId}
                options={[
                  { value: '', label: t('field.placeNone') },
                  ...places.map(({ id, name, storage }) => ({ value: id, label: `${name} · ${t(`storage.${storage}`)}` })),
                ]}
                onPick={(placeId) => onChange({ placeId })}
              />
            </div>
            <TextArea
              label={found.answer === 'refuse' ? t('field.refusal') : needsWords ? t('field.found') : rare(t('field.words'))}
              rows={2}
              maxLength={1000}
              value={found.words}
              onChange={({ target }) => onChange({ words: target.value })}
            />
            <ProofPicker
              orderId={sample.orderId}
              files={found.files}
              onChange={(files) => onChange({ files })}
              label={t('receive.addPhoto')}
            />
          </>
        )}
      </div>
    </Panel>
  )
}
