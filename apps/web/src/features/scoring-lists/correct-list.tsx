import type { ScoringList } from '@jiju/scoring/contract/lists'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { startCorrection, supplementList } from './calls.ts'

type Asked = { list: ScoringList; isOpen: boolean; onClose: () => void; onDone: () => void }

/** A run over the facts as they stand now, with the reason that its record keeps. The list stays as it is. */
export function StartCorrection({ list, isOpen, onClose, onDone }: Asked) {
  const { t } = useTranslation('scoring-lists')
  const start = useCommand({
    run: startCorrection,
    onDone: () => {
      toast(t('office.correctStarted'))
      onClose()
      onDone()
    },
  })
  return (
    <WithReason
      title={t('office.correct')}
      lead={t(list.state === 'final' ? 'office.correctFinalLead' : 'office.correctLead')}
      first={list.correctedSince ? t('office.correctUpheld') : ''}
      isOpen={isOpen}
      onClose={onClose}
      isBusy={start.isPending}
      error={start.error}
      onSend={(reason) => start.mutate({ list, reason })}
    />
  )
}

/** Drafts the list that takes the place of a final one. */
export function DraftSupplement({ list, isOpen, onClose }: Omit<Asked, 'onDone'>) {
  const { t } = useTranslation('scoring-lists')
  const navigate = useNavigate()
  const draft = useCommand({ run: supplementList, onDone: ({ id }) => navigate({ to: '/o/lists/$id', params: { id } }) })
  return (
    <WithReason
      title={t('office.supplement')}
      lead={t('office.supplementLead', { number: list.newerRun?.number ?? '' })}
      first={list.newerRun?.reason ?? ''}
      isOpen={isOpen}
      onClose={onClose}
      isBusy={draft.isPending}
      error={draft.error}
      onSend={(reason) => draft.mutate({ list, reason })}
    />
  )
}

function WithReason({
  title,
  lead,
  first,
  isOpen,
  onClose,
  isBusy,
  error,
  onSend,
}: {
  title: string
  lead: string
  first: string
  isOpen: boolean
  onClose: () => void
  isBusy: boolean
  error: unknown
  onSend: (reason: string) => void
}) {
  const { t } = useTranslation('scoring-lists')
  const [reason, setReason] = useState(first)
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <Button kind="primary" isBusy={isBusy} disabled={reason.trim().length < 2} onClick={() => onSend(reason.trim())}>
          {title}
        </Button>
      }
    >
      <div className="stack">
        <ProblemSummary error={error} />
        <p className="t2">{lead}</p>
        <TextArea label={t('office.correctReason')} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
    </Dialog>
  )
}
