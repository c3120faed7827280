import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import { TextArea } from './text-area.tsx'

/** A decision that needs a reason which is kept with it. */
export function AskReason({
  title,
  line,
  label,
  error,
  isPending,
  isIncomplete = false,
  verb,
  children,
  onSend,
  onClose,
}: {
  title: string
  line?: ReactNode
  label: string
  error: Error | null
  isPending: boolean
  /** Something else that is asked for is not there yet. */
  isIncomplete?: boolean
  /** What the button does; without it it only sends. */
  verb?: string
  children?: ReactNode
  onSend: (reason: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation('common')
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      foot={
        <Button kind="primary" disabled={isPending || isIncomplete || reason.trim().length < 2} onClick={() => onSend(reason.trim())}>
          {verb ?? t('submit')}
        </Button>
      }
    >
      <div className="stack">
        {line && <p className="t2">{line}</p>}
        <ProblemSummary error={error} />
        {children}
        <TextArea label={label} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </div>
    </Dialog>
  )
}
