import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'

/** One decision that the other side reads the reason of. */
export function ReasonDialog({
  title,
  lead,
  button,
  isOpen,
  isBusy,
  error,
  onClose,
  onSend,
}: {
  title: string
  lead: string
  button: string
  isOpen: boolean
  isBusy: boolean
  error: unknown
  onClose: () => void
  onSend: (reason: string) => void
}) {
  const { t } = useTranslation('order-money')
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button kind="danger" disabled={reason.trim() === ''} isBusy={isBusy} onClick={() => onSend(reason.trim())}>
            {button}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{lead}</p>
        <TextArea label={t('reason')} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        <ProblemSummary error={error} />
      </div>
    </Dialog>
  )
}
