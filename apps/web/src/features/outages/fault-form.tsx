import { type FaultReport, ReportFault } from '@jiju/booking/contract/faults'
import { FAULT_VERDICTS, type FaultVerdict } from '@jiju/booking/core/outages/vocabulary'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newAttempt } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { addFaultPhoto, reportFault } from './calls.ts'
import './outages.css'

const MAX_PHOTOS = 8

/** Reports a fault in three answers and some photos; made for a phone beside the instrument. */
export function FaultForm({
  resourceId,
  reservationId,
  onDone,
}: {
  resourceId: string
  reservationId: string | undefined
  onDone: (report: FaultReport) => void
}) {
  const { t } = useTranslation('outages')
  const [photos, setPhotos] = useState<readonly File[]>([])
  const command = useCommand({
    run: async (body: ReportFault, headers) => {
      const report = await reportFault(body, headers)
      // The report stands, whatever becomes of its photos.
      const sent = await Promise.allSettled(photos.map((file) => addFaultPhoto(report.id, file, newAttempt())))
      return { report, isWhole: sent.every(({ status }) => status === 'fulfilled') }
    },
    onDone: ({ report, isWhole }) => {
      toast(isWhole ? t('fault.done') : t('fault.photoFailed'))
      onDone(report)
    },
  })
  const form = useForm({
    initial: { impact: 'limited' as FaultVerdict, description: '' },
    schema: ReportFault,
    toInput: (values): ReportFault => ({ resourceId, ...values, ...(reservationId ? { reservationId } : {}) }),
    onSend: (body) => command.mutate(body),
  })
  return (
    <form className="form" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
      <div>
        <div className="field-label">{t('fault.impact')}</div>
        <Segmented
          label={t('fault.impact')}
          isWide
          value={form.values.impact}
          options={FAULT_VERDICTS.map((verdict) => ({ value: verdict, label: t(`fault.verdict.${verdict}`) }))}
          onPick={(impact) => form.set({ impact })}
        />
      </div>
      <TextArea {...form.field('description')} label={t('fault.description')} hint={t('fault.descriptionHint')} rows={4} maxLength={2000} />
      <div className="stack">
        <div className="field-label">{t('fault.photos')}</div>
        <FileDrop
          label={t('fault.addPhoto')}
          hint={t('fault.photosHint')}
          accept="image/*"
          isMultiple
          isDisabled={photos.length >= MAX_PHOTOS}
          onFiles={(files) => setPhotos([...photos, ...files].slice(0, MAX_PHOTOS))}
        />
        <PhotoPreviews photos={photos} onRemove={(file) => setPhotos(photos.filter((other) => other !== file))} />
      </div>
      <div>
        <Button kind="primary" size="lg" type="submit" isBusy={command.isPending}>
          {t('fault.submit')}
        </Button>
      </div>
    </form>
  )
}

function PhotoPreviews({ photos, onRemove }: { photos: readonly File[]; onRemove: (file: File) => void }) {
  const { t } = useTranslation('outages')
  const shown = useMemo(() => photos.map((file) => ({ file, url: URL.createObjectURL(file) })), [photos])
  useEffect(
    () => () => {
      for (const { url } of shown) URL.revokeObjectURL(url)
    },
    [shown],
  )
  return (
    <ul className="plain fault-photos">
      {shown.map(({ file, url }, index) => (
        <li key={url}>
          <img src={url} alt={t('fault.photoAlt', { index: index + 1 })} />
          <div>
            <Button size="sm" kind="text" onClick={() => onRemove(file)}>
              {t('fault.remove')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  )
}
