import type { Enquiry } from '@jiju/orders/contract/enquiries'
import { DECLINE_REASONS, type DeclineReason } from '@jiju/orders/core/vocabulary'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { declineEnquiry, withdrawQuote } from './calls.ts'

/** Not to quote, or no longer: the reason is counted as unmet demand and the client reads it. */
export function DeclineDialog({
  enquiry,
  quoteId,
  onClose,
  onDone,
}: {
  enquiry: Enquiry
  /** The quote that is taken back; without it the enquiry is declined. */
  quoteId: string | undefined
  onClose: () => void
  onDone: (next: Enquiry) => void
}) {
  const { t } = useTranslation('order-enquiries')
  const [reason, setReason] = useState<DeclineReason>('no_capacity')
  const [words, setWords] = useState('')
  const kind = quoteId ? 'withdrawQuote' : 'decline'
  const command = useCommand({
    run: (body: { reason: DeclineReason; words?: string }, headers) =>
      quoteId ? withdrawQuote({ id: quoteId, body }, headers) : declineEnquiry({ id: enquiry.id, body }, headers),
    onDone: (next) => {
      toast(t(`${kind}.done`))
      onClose()
      onDone(next)
    },
  })
  return (
    <Dialog
      title={t(`${kind}.title`)}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button
            kind="danger"
            isBusy={command.isPending}
            disabled={reason === 'other' && !words.trim()}
            onClick={() => command.mutate({ reason, ...(words.trim() ? { words: words.trim() } : {}) })}
          >
            {t(`${kind}.button`)}
          </Button>
        </>
      }
    >
      <div className="stack">
        <ProblemSummary error={command.error} />
        <SelectField
          label={t('decline.reason')}
          hint={t('decline.reasonHint')}
          value={reason}
          options={DECLINE_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
          onPick={setReason}
        />
        <TextArea
          label={t('decline.words')}
          hint={t(reason === 'other' ? 'decline.wordsNeeded' : 'decline.wordsHint')}
          rows={2}
          maxLength={1000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
    </Dialog>
  )
}
