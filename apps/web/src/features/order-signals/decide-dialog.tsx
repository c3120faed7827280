import type { DecideSignal, Signal } from '@jiju/orders/contract/signals'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { decideSignal, signalsKey } from './calls.ts'

/** What became of a signal, with the reason that stays with it. */
export function DecideDialog({ signal, decision, onClose }: { signal: Signal; decision: DecideSignal['decision']; onClose: () => void }) {
  const { t } = useTranslation('order-signals')
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const command = useCommand({
    run: decideSignal,
    onDone: async () => {
      toast(t('decide.done'))
      onClose()
      await client.invalidateQueries({ queryKey: signalsKey })
    },
  })
  return (
    <Dialog
      title={t(`decide.title.${decision}`)}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button
            kind="primary"
            disabled={reason.trim() === ''}
            isBusy={command.isPending}
            onClick={() => command.mutate({ signal, body: { decision, reason: reason.trim() } })}
          >
            {t(`decide.${decision}`)}
          </Button>
        </>
      }
    >
      <div className="stack">
        <ProblemSummary error={command.error} />
        <p>{t(`decide.lead.${decision}`)}</p>
        <TextArea label={t('reason')} rows={3} maxLength={1000} value={reason} onChange={({ target }) => setReason(target.value)} />
      </div>
    </Dialog>
  )
}
