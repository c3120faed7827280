import type { ScoringList } from '@jiju/scoring/contract/lists'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../lib/format.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { actOnList, type ListAct, withdrawList } from './calls.ts'
import { DraftSupplement, StartCorrection } from './correct-list.tsx'

/** Whose turn it is with a list, why it waits, and the steps that the reader may take now. */
export function ListActions({ list }: { list: ScoringList }) {
  const { t } = useTranslation('scoring-lists')
  const format = useFormat()
  const client = useQueryClient()
  const mayEdit = useAccess('scoring.list.edit')
  const mayDecide = useAccess('scoring.list.decide')
  const [asked, setAsked] = useState<'correct' | 'supplement' | 'withdraw' | null>(null)
  const close = () => setAsked(null)
  const renew = () => client.invalidateQueries({ queryKey: ['scoring'] })
  const act = useCommand({ run: actOnList, onDone: renew })
  const isOver = list.noticeUntil !== null && list.noticeUntil < dayNow()
  const waits = waitsFor(list, isOver)
  const button = (name: ListAct, isPrimary: boolean) => (
    <Button kind={isPrimary ? 'primary' : undefined} isBusy={act.isPending} onClick={() => act.mutate({ list, act: name })}>
      {t(`office.${name}`)}
    </Button>
  )
  const canRecalculate = list.newerRun?.state === 'done' && list.state !== 'final' && list.state !== 'replaced'
  const needsSecond = (list.state === 'draft' || (list.state === 'notice' && waits === 'ready')) && list.isOwn
  return (
    <div className="stack">
      <ProblemSummary error={act.error} />
      <div className="turn-bar" data-turn={needsSecond || waits !== 'ready' ? 'other' : 'mine'}>
        <div className="f1">
          {needsSecond
            ? t('office.turnSecond')
            : t(waits === 'ready' && list.state !== 'notice' ? 'office.turnYou' : TEXT[waits], {
                until: list.noticeUntil ? format.day(list.noticeUntil) : '',
                count: list.openObjections,
                number: waits === 'supplement' ? (list.supplement?.number ?? '') : (list.newerRun?.number ?? ''),
              })}
          {list.corrects && list.state !== 'final' && list.state !== 'withdrawn' && (
            <div className="s t2">
              {t('office.consequence', { number: list.corrects.number, count: list.certificateCount, reason: list.corrects.reason })}
            </div>
          )}
        </div>
        <div className="row g8 wrap">
          {list.state === 'draft' && mayDecide && !list.isOwn && button('approve', true)}
          {list.state === 'approved' && mayEdit && button('announce', true)}
          {canRecalculate && mayEdit && button('recalculate', true)}
          {(waits === 'run' || waits === 'done') && mayEdit && (
            <Button kind={waits === 'run' ? 'primary' : undefined} onClick={() => setAsked('correct')}>
              {t('office.correct')}
            </Button>
          )}
          {waits === 'corrected' && mayEdit && (
            <Button kind="primary" onClick={() => setAsked('supplement')}>
              {t('office.supplement')}
            </Button>
          )}
          {list.supplement && (
            <ButtonLink to="/o/lists/$id" params={{ id: list.supplement.id }}>
              {t('office.openSupplement')}
            </ButtonLink>
          )}
          {list.state === 'notice' && waits === 'ready' && mayDecide && !list.isOwn && button('finalise', true)}
          {list.state !== 'withdrawn' && list.state !== 'replaced' && mayDecide && (
            <Button kind="danger" onClick={() => setAsked('withdraw')}>
              {t('office.withdraw')}
            </Button>
          )}
        </div>
      </div>
      {asked === 'correct' && <StartCorrection list={list} isOpen onClose={close} onDone={renew} />}
      {asked === 'supplement' && <DraftSupplement list={list} isOpen onClose={close} />}
      <Withdraw list={list} isOpen={asked === 'withdraw'} onClose={close} onDone={renew} />
    </div>
  )
}

const TEXT = {
  ready: 'office.ready',
  done: 'office.done',
  objections: 'office.waitsObjections',
  notice: 'office.waitsNotice',
  run: 'office.waitsRun',
  correction: 'office.waitsCorrection',
  newer: 'office.newer',
  corrected: 'office.corrected',
  supplement: 'office.supplemented',
  replaced: 'office.replaced',
  withdrawn: 'office.isWithdrawn',
} as const

/** What a list waits for before its next step. */
function waitsFor(list: ScoringList, isOver: boolean): keyof typeof TEXT {
  if (list.state === 'withdrawn' || list.state === 'replaced') return list.state
  if (list.state === 'final') return waitsOfFinal(list)
  if (list.newerRun) return list.newerRun.state === 'done' ? 'newer' : 'correction'
  if (list.openObjections > 0) return 'objections'
  if (list.correctedSince) return 'run'
  if (list.state === 'notice' && !isOver) return 'notice'
  return 'ready'
}

/** A final list waits for nothing unless what it stands on was corrected. */
function waitsOfFinal({ newerRun, supplement }: ScoringList): keyof typeof TEXT {
  if (supplement) return 'supplement'
  if (!newerRun) return 'done'
  return newerRun.state === 'done' ? 'corrected' : 'correction'
}

function Withdraw({ list, isOpen, onClose, onDone }: { list: ScoringList; isOpen: boolean; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('scoring-lists')
  const [reason, setReason] = useState('')
  const withdraw = useCommand({
    run: withdrawList,
    onDone: () => {
      onClose()
      onDone()
    },
  })
  return (
    <Dialog
      title={t('office.withdraw')}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <Button
          kind="danger"
          isBusy={withdraw.isPending}
          disabled={reason.trim().length < 2}
          onClick={() => withdraw.mutate({ list, reason: reason.trim() })}
        >
          {t('office.withdraw')}
        </Button>
      }
    >
      <div className="stack">
        <ProblemSummary error={withdraw.error} />
        <p className="t2">{t('office.withdrawLead')}</p>
        <TextArea label={t('office.withdrawReason')} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
    </Dialog>
  )
}
