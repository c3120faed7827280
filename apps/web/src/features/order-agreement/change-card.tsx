import type { Agreement, AgreementChange } from '@jiju/orders/contract/agreements'
import type { Order } from '@jiju/orders/contract/orders'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag, type TagKind } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import './agreement.css'
import { answerChange } from './calls.ts'

const KINDS: Record<AgreementChange['state'], TagKind> = { proposed: 'warn', accepted: 'ok', refused: 'bad', withdrawn: 'plain' }

/** A proposed change of one clause, shown as what goes and what comes; the other side accepts or refuses it. */
export function ChangeCard({
  order,
  change,
  mayAnswer,
  onDone,
}: {
  order: Order
  change: AgreementChange
  mayAnswer: boolean
  onDone: (next: Agreement) => void
}) {
  const { t } = useTranslation('order-agreement')
  const format = useFormat()
  const decide = useCommand({
    run: answerChange,
    onDone: (next, { how }) => {
      toast(t(`change.${how}.done`))
      onDone(next)
    },
  })
  const send = (how: 'accept' | 'refuse' | 'withdraw') => decide.mutate({ id: order.id, number: change.number, how })
  const isOwn = change.side === order.side
  return (
    <article className="change-card" aria-label={t('change.title', { number: change.number })}>
      <div className="row g8 base wrap" style={{ justifyContent: 'space-between' }}>
        <span className="b">{format.said(t(`change.kind.${change.kind}`), change.heading)}</span>
        <Tag kind={KINDS[change.state]}>{t(`change.state.${change.state}`)}</Tag>
      </div>
      <p className="m pre difference">
        {change.difference.map((piece, index) => {
          const key = `${index}${piece.kind}`
          if (piece.kind === 'removed') return <del key={key}>{piece.text}</del>
          if (piece.kind === 'added') return <ins key={key}>{piece.text}</ins>
          return <span key={key}>{piece.text}</span>
        })}
      </p>
      {change.words && <p className="m t2 pre">{t('change.why', { words: change.words })}</p>}
      <div className="s t3">
        {t('change.by', { side: t(`side.${change.side}`), name: change.proposedByName, at: format.stamp(change.proposedAt) })}
        {change.decidedAt && ` · ${t('change.decided', { name: change.decidedByName ?? '', at: format.stamp(change.decidedAt) })}`}
      </div>
      <ProblemSummary error={decide.error} />
      {mayAnswer && change.state === 'proposed' && (
        <div className="row g8 wrap">
          {isOwn ? (
            <Button size="sm" isBusy={decide.isPending} onClick={() => send('withdraw')}>
              {t('change.withdraw.button')}
            </Button>
          ) : (
            <>
              <Button size="sm" isBusy={decide.isPending} onClick={() => send('refuse')}>
                {t('change.refuse.button')}
              </Button>
              <Button size="sm" kind="primary" isBusy={decide.isPending} onClick={() => send('accept')}>
                {t('change.accept.button')}
              </Button>
            </>
          )}
        </div>
      )}
    </article>
  )
}
