import type { Sample } from '@jiju/orders/contract/samples'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Check } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import { postParcel } from './calls.ts'
import { filled, StepDialog } from './step-dialog.tsx'
import { useRenew } from './use-renew.ts'

/** Which samples leave in one parcel, with whom and under what number: to the provider, or what is left back to the client. */
export function ParcelDialog({
  orderId,
  samples,
  direction,
}: {
  orderId: string
  samples: readonly Sample[]
  direction: 'parcels' | 'returns'
}) {
  const { t } = useTranslation('order-samples')
  const renew = useRenew()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const words = direction === 'parcels' ? 'send' : 'sendBack'
  const chosen = samples.filter(({ id }) => !left.has(id))
  return (
    <StepDialog
      title={t(`panel.${words}`)}
      look="primary"
      orderId={orderId}
      fields={[
        { name: 'carrier', label: t('field.carrier'), hint: t('field.carrierHint'), kind: 'text' },
        { name: 'trackingNumber', label: t('field.tracking'), kind: 'text', isOptional: true },
        { name: 'celsius', label: t('field.celsius'), kind: 'quantity', unit: '℃', isOptional: true },
        { name: 'words', label: t('field.words'), kind: 'area', isOptional: true },
        { name: 'files', label: t('field.addFiles'), kind: 'files', isOptional: true },
      ]}
      toBody={({ celsius = '', ...values }, fileIds) => ({
        ...filled(values),
        ...(celsius.trim() && { celsius: Number(celsius) }),
        sampleIds: chosen.map(({ id }) => id),
        fileIds,
      })}
      run={(body, headers) => postParcel({ orderId, direction, body: body as Parameters<typeof postParcel>[0]['body'] }, headers)}
      onDone={async (answer) => {
        toast(t(`${words}.done`))
        await renew.order(orderId, answer)
      }}
    >
      <fieldset className="form-group">
        <legend className="field-label">{t('field.samples')}</legend>
        {samples.map((sample) => (
          <Check
            key={sample.id}
            isChecked={!left.has(sample.id)}
            onChange={(isOn) => {
              const next = new Set(left)
              if (isOn) next.delete(sample.id)
              else next.add(sample.id)
              setLeft(next)
            }}
          >
            {sample.number} {sample.name} · {sample.remaining} {sample.unit}
          </Check>
        ))}
      </fieldset>
    </StepDialog>
  )
}
