import type { Training } from '@jiju/booking/contract/trainings'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { cancelTraining } from './calls.ts'

/** Calls a session off; everybody enrolled reads the reason. */
export function CancelTrainingDialog({ training, onClose }: { training: Training; onClose: () => void }) {
  const { t } = useTranslation('qualification')
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const command = useCommand({
    run: cancelTraining,
    onDone: async () => {
      toast(t('training.cancelled'))
      await client.invalidateQueries({ queryKey: ['trainings'] })
      onClose()
    },
  })
  return (
    <Dialog
      title={t('training.cancelTitle')}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('training.keep')}</Button>
          <Button
            kind="danger"
            isBusy={command.isPending}
            disabled={reason.trim() === ''}
            onClick={() => command.mutate({ target: training, reason: reason.trim() })}
          >
            {t('training.cancel')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <ProblemSummary error={command.error} />
        <p>{t('training.cancelText', { count: training.taken + training.waiting })}</p>
        <TextField label={t('training.reason')} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
      </div>
    </Dialog>
  )
}
