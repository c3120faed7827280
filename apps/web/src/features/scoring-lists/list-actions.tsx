import type { ScoringList } from '@jiju/scoring/contract/lists'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, type newAttempt } from '../../lib/api.ts'
import { zonedParts } from '../../lib/format.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { actOnList, type ListAct, withdrawList } from './calls.ts'

async function startCorrection({ list }: { list: ScoringList }, headers: ReturnType<typeof newAttempt>) {
  const body = { modelId: list.model.id, period: list.run.period, purpose: 'official', corrects: list.run.id } as const
  return await answer(api.POST('/api/v1/scoring/runs', { body, headers }))
}

/** Whose turn it is with a list, why it waits, and the steps that the reader may take now. */
export function ListActions({ list }: { list: ScoringList }) {
  const { t } = useTranslation('scoring-lists')
  const format = useFormat()
  const client = useQueryClient()
  const mayEdit = useAccess('scoring.list.edit')
  const mayDecide = useAccess('scoring.list.decide')
  const [isWithdrawing, setWithdrawing] = useState(false)
  const renew = () => client.invalidateQueries({ queryKey: ['scoring'] })
  const act = useCommand({ run: actOnList, onDone: renew })
  const correct = useCommand({
    run: startCorrection,
    onDone: async () => {
      toast(t('office.correctStarted'))
      await renew()
    },
  })
  const isOver = list.noticeUntil !== null && list.noticeUntil < zonedParts(new Date()).day
  const waits = waitsFor(list, isOver)
  const button = (name: ListAct, isPrimary: boolean) => (
    <Button kind={isPrimary ? 'primary' : undefined} isBusy={act.isPending} onClick={() => act.mutate({ list, act: name })}>
      {t(`office.${name}`)}
    </Button>
  )
  const canRecalculate = list.newerRun?.state === 'done' && list.state !== 'final'
  const needsSecond = (list.state === 'draft' || (list.state === 'notice' && waits === 'ready')) && list.isOwn
  return (
    <div className="stack">
      <ProblemSummary error={act.error ?? correct.error} />
      <div className="turn-bar" data-turn={needsSecond || waits !== 'ready' ? 'other' : 'mine'}>
        <div className="f1">
          {needsSecond
            ? t('office.turnSecond')
            : t(waits === 'ready' && list.state !== 'notice' ? 'office.turnYou' : TEXT[waits], {
                until: list.noticeUntil ? format.day(list.noticeUntil) : '',
                count: list.openObjections,
                number: list.newerRun?.number ?? '',
              })}
        </div>
        <div className="row g8 wrap">
          {list.state === 'draft' && mayDecide && !list.isOwn && button('approve', true)}
          {list.state === 'approved' && mayEdit && button('announce', true)}
          {canRecalculate && mayEdit && button('recalculate', true)}
          {waits === 'run' && mayEdit && (
            <Button kind="primary" isBusy={correct.isPending} onClick={() => correct.mutate({ list })}>
              {t('office.correct')}
            </Button>
          )}
          {list.state === 'notice' && waits === 'ready' && mayDecide && !list.isOwn && button('finalise', true)}
          {list.state !== 'withdrawn' && mayDecide && (
            <Button kind="danger" onClick={() => setWithdrawing(true)}>
              {t('office.withdraw')}
            </Button>
          )}
        </div>
      </div>
      <Withdraw list={list} isOpen={isWithdrawing} onClose={() => setWithdrawing(false)} onDone={renew} />
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
} as const

/** What a list waits for before its next step. */
function waitsFor(list: ScoringList, isOver: boolean): keyof typeof TEXT {
  if (list.state === 'final' || list.state === 'withdrawn') return 'done'
  if (list.newerRun) return list.newerRun.state === 'done' ? 'newer' : 'correction'
  if (list.openObjections > 0) return 'objections'
  if (list.correctedSince) return 'run'
  if (list.state === 'notice' && !isOver) return 'notice'
  return 'ready'
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
