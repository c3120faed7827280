import type { Order } from '@jiju/orders/contract/orders'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { answerAmendment } from './calls.ts'

type How = 'sign' | 'refuse' | 'withdraw'

/** Sign or refuse what the other side proposes, or take the own proposal back; each is asked once. */
export function AmendmentActs({
  order,
  number,
  canSign,
  canWithdraw,
  onDone,
}: {
  order: Order
  number: number
  canSign: boolean
  canWithdraw: boolean
  onDone: () => Promise<void>
}) {
  const { t } = useTranslation('order-agreement')
  const [how, setHow] = useState<How | null>(null)
  const [words, setWords] = useState('')
  const decide = useCommand({
    run: answerAmendment,
    onDone: async (_next, input) => {
      setHow(null)
      setWords('')
      toast(t(`amendment.${input.how}.done`))
      await onDone()
    },
  })
  const open = (next: How) => {
    decide.reset()
    setHow(next)
  }
  const kind = how === 'sign' ? 'primary' : 'danger'
  return (
    <div className="row g8 wrap">
      {canWithdraw && <Button onClick={() => open('withdraw')}>{t('amendment.withdraw.button')}</Button>}
      {canSign && (
        <>
          <Button onClick={() => open('refuse')}>{t('amendment.refuse.button')}</Button>
          <Button kind="primary" onClick={() => open('sign')}>
            {t('amendment.sign.button')}
          </Button>
        </>
      )}
      <Dialog
        title={how ? t(`amendment.${how}.button`) : ''}
        isOpen={how !== null}
        onClose={() => setHow(null)}
        foot={
          <>
            <Button onClick={() => setHow(null)}>{t('cancel')}</Button>
            <Button
              kind={kind}
              isBusy={decide.isPending}
              disabled={how === 'refuse' && !words.trim()}
              onClick={() => how && decide.mutate({ id: order.id, number, how, words: words.trim() })}
            >
              {how ? t(`amendment.${how}.button`) : ''}
            </Button>
          </>
        }
      >
        <div className="stack">
          <ProblemSummary error={decide.error} />
          {how && <p>{t(`amendment.${how}.effect`)}</p>}
          {how === 'refuse' && (
            <TextArea
              label={t('amendment.why')}
              rows={3}
              maxLength={1000}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </div>
      </Dialog>
    </div>
  )
}
