import type { Sample } from '@jiju/orders/contract/samples'
import { STORAGES } from '@jiju/orders/core/samples/vocabulary'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess, useMe } from '../../lib/session.ts'
import { toast } from '../../ui/toast.tsx'
import { type SampleStep, sampleHandlersOptions, stepSample, storagePlacesOptions } from './calls.ts'
import { filled, StepDialog, type StepField, type StepValues } from './step-dialog.tsx'
import { useRenew } from './use-renew.ts'

type Step = {
  readonly fields: readonly StepField[]
  readonly look?: 'default' | 'primary' | 'danger'
  readonly toBody?: (values: StepValues, fileIds: string[]) => Readonly<Record<string, unknown>>
}

/** Everything that the reader may do to a sample now; each asks only what it needs. */
export function SampleActs({ sample }: { sample: Sample }) {
  const steps = useSteps(sample)
  return (
    <>
      {steps.map(({ step, id, ...more }) => (
        <StepOf key={step} step={step} id={id} orderId={sample.orderId} {...more} />
      ))}
    </>
  )
}

function StepOf({
  step,
  id,
  orderId,
  fields,
  look = 'default',
  toBody,
}: Step & { step: SampleStep; id: string; orderId: string }): ReactNode {
  const { t } = useTranslation('order-samples')
  const renew = useRenew()
  return (
    <StepDialog
      title={t(`act.${step}`)}
      effect={t(`effect.${step}`)}
      look={look}
      orderId={orderId}
      fields={fields}
      {...(toBody && { toBody })}
      run={(body, headers) => stepSample({ step, id, body }, headers)}
      onDone={async (detail) => {
        toast(t('done'))
        await renew.sample(detail)
      }}
    />
  )
}

/** What waits comes first: an offer or a destruction; then what whoever holds it may do. */
function useSteps(sample: Sample): (Step & { step: SampleStep; id: string })[] {
  const me = useMe()?.person?.id
  const mayWork = useAccess('orders.sample.work') && sample.side === 'provider'
  const mayTakeOver = useAccess('orders.sample.take_over') && sample.side === 'provider'
  const mayDeclare = useAccess('orders.sample.declare') && sample.side === 'client'
  const questions = useQuestions(sample, mayWork)
  const isHolder = sample.holder?.id === me
  const may = (act: Sample['acts'][number]) => sample.acts.includes(act)
  const steps: (Step & { step: SampleStep; id: string })[] = []
  const add = (step: SampleStep, id = sample.id) => steps.push({ step, id, ...questions[step] })

  const { offer } = sample
  if (mayWork && offer && offer.to.id === me && may('offer')) {
    add('confirm', offer.id)
    add('refuse', offer.id)
  }
  if (mayWork && offer && offer.from.id === me) add('withdrawOffer', offer.id)
  if (mayWork && sample.destruction) {
    if (sample.destruction.by.id !== me) add('witness', sample.destruction.id)
    add('withdrawDestruction', sample.destruction.id)
  }
  if (mayWork && isHolder && !sample.destruction) {
    if (!sample.offer) {
      for (const act of ['offer', 'store', 'consume'] as const) if (may(act)) add(act)
      if (may('split')) {
        add('split')
        add('derive')
      }
      if (may('destroy') && sample.rest === 'dispose' && (sample.retainUntil !== null || sample.state !== 'received')) add('destroy')
    }
    if (may('retain') && sample.retainUntil !== null) add('retain')
  }
  if (mayWork && may('lose')) add('lose')
  if (mayWork && may('correct') && (isHolder || !sample.holder)) add('correct')
  if (mayTakeOver && may('take_over') && !isHolder) add('take_over')
  if (mayDeclare && may('withdraw')) add('withdraw')
  if (mayDeclare && may('confirm_return')) add('confirm_return')
  if (mayDeclare && may('release') && (sample.retainUntil !== null || sample.state !== 'received')) add('release')
  return steps
}

/** What each step asks. */
function useQuestions(sample: Sample, mayWork: boolean): Record<SampleStep, Step> {
  const { t } = useTranslation('order-samples')
  const me = useMe()?.person?.id
  const handlers = useQuery({ ...sampleHandlersOptions, enabled: mayWork }).data?.items ?? []
  const places = (useQuery({ ...storagePlacesOptions, enabled: mayWork }).data?.items ?? []).filter(({ isRetired }) => !isRetired)
  const placeOptions = places.map(({ id, name, storage }) => ({ value: id, label: `${name} · ${t(`storage.${storage}`)}` }))
  const why: StepField = { name: 'words', label: t('field.why'), kind: 'area' }
  const words: StepField = { name: 'words', label: t('field.words'), kind: 'area', isOptional: true }
  const place = (isOptional: boolean): StepField => ({
    name: 'placeId',
    label: t('field.place'),
    kind: 'select',
    isOptional,
    options: [{ value: '', label: isOptional ? t('field.placeNone') : t('field.choose') }, ...placeOptions],
  })
  const quantity = (name: string, label: string, isOptional = false): StepField => ({
    name,
    label,
    kind: 'quantity',
    unit: sample.unit,
    isOptional,
  })
  const proof = (isOptional: boolean): StepField => ({ name: 'files', label: t('field.addFiles'), kind: 'files', isOptional })
  return {
    withdraw: { fields: [], look: 'danger' },
    offer: {
      look: 'primary',
      fields: [
        {
          name: 'toPersonId',
          label: t('field.to'),
          kind: 'select',
          options: [
            { value: '', label: t('field.choose') },
            ...handlers.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
        place(true),
        words,
      ],
    },
    take_over: { fields: [why] },
    store: { fields: [place(false), words] },
    split: {
      fields: [{ name: 'parts', label: t('field.parts'), hint: t('field.partsHint'), kind: 'text' }, place(true), words],
      toBody: ({ parts = '', placeId = '', words: told = '' }) => ({
        parts: parts
          .split(/[,，、\s]+/)
          .filter(Boolean)
          .map((one) => ({ quantity: one, ...(placeId && { placeId }) })),
        ...filled({ words: told }),
      }),
    },
    derive: {
      fields: [
        quantity('uses', t('field.uses')),
        { name: 'name', label: t('field.derivedName'), kind: 'text' },
        { name: 'quantity', label: t('field.derivedQuantity'), kind: 'text' },
        { name: 'unit', label: t('field.derivedUnit'), kind: 'text', initial: 'mL' },
        {
          name: 'storage',
          label: t('field.storage'),
          kind: 'select',
          initial: sample.storage,
          options: STORAGES.map((value) => ({ value, label: t(`storage.${value}`) })),
        },
        place(true),
        { name: 'words', label: t('field.how'), kind: 'area' },
      ],
    },
    consume: { fields: [quantity('quantity', t('field.uses')), { ...why, label: t('field.words') }] },
    lose: {
      look: 'danger',
      fields: [
        {
          name: 'kind',
          label: t('field.lossKind'),
          kind: 'select',
          initial: 'broken',
          options: [
            { value: 'broken', label: t('loss.broken') },
            { value: 'lost', label: t('loss.lost') },
          ],
        },
        { ...quantity('quantity', t('field.lossQuantity'), true), hint: t('field.lossQuantityHint') },
        { ...why, label: t('field.found') },
        { name: 'impact', label: t('field.impact'), kind: 'area', isOptional: true },
        proof(true),
      ],
    },
    correct: { fields: [quantity('remaining', t('field.remaining')), why] },
    retain: { fields: [{ name: 'until', label: t('field.until'), kind: 'day', initial: sample.retainUntil ?? '' }, why] },
    release: {
      fields: [
        {
          name: 'rest',
          label: t('field.rest'),
          kind: 'select',
          initial: sample.rest,
          options: (['return', 'dispose'] as const).map((value) => ({ value, label: t(`rest.${value}`) })),
        },
        words,
      ],
    },
    confirm_return: { look: 'primary', fields: [] },
    destroy: { look: 'danger', fields: [{ name: 'method', label: t('field.method'), kind: 'text' }, proof(false), words] },
    confirm: { look: 'primary', fields: [place(true), words] },
    refuse: { fields: [why] },
    withdrawOffer: { fields: [] },
    witness: { look: 'danger', fields: [] },
    withdrawDestruction: { fields: [why] },
  }
}
