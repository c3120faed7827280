import type { SampleSubmission } from '@jiju/booking/contract/samples'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { changeSamples } from './calls.ts'

/** Gives the places to those behind; the provider says why. */
export function CancelSamples({
  submission,
  needsReason,
  onDone,
}: {
  submission: SampleSubmission
  needsReason: boolean
  onDone: (cancelled: SampleSubmission) => void
}) {
  const { t } = useTranslation('samples')
  const mayChange = useAccess('booking.reservation.change')
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const command = useCommand({
    run: changeSamples,
    onDone: (cancelled) => {
      setOpen(false)
      toast(t('acted.cancel'))
      onDone(cancelled)
    },
  })
  if (!mayChange || !submission.canCancel) return null
  return (
    <>
      <Button kind="danger" size="sm" onClick={() => setOpen(true)}>
        {t('act.cancel')}
      </Button>
      <Dialog
        title={t('cancel.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        foot={
          <>
            <Button onClick={() => setOpen(false)}>{t('cancel.keep')}</Button>
            <Button
              kind="danger"
              isBusy={command.isPending}
              disabled={needsReason && !reason.trim()}
              onClick={() => command.mutate({ target: submission, act: 'cancel', ...(reason.trim() ? { reason: reason.trim() } : {}) })}
            >
              {t('act.cancel')}
            </Button>
          </>
        }
      >
        <div className="stack">
          <ProblemSummary error={command.error} />
          <p>
            {resourceNameOf(submission)} · {submission.number}
          </p>
          <p>{t('cancel.text', { count: submission.samples })}</p>
          <TextArea
            label={t('cancel.reason')}
            hint={t(needsReason ? 'cancel.reasonNeeded' : 'cancel.reasonHint')}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      </Dialog>
    </>
  )
}
