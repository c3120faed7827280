import type { OrderEvaluation } from '@jiju/orders/contract/evaluations'
import type { Order } from '@jiju/orders/contract/orders'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { evaluationOptions, giveEvaluation, sayOnEvaluation } from './calls.ts'
import { EvaluationView } from './evaluation-view.tsx'

const POINTS = ['5', '4', '3', '2', '1'] as const
const ASPECTS = ['quality', 'punctuality', 'service'] as const

/** The evaluation of a settled order: given once by the client, with the provider's reply. Nothing is shown before. */
export function EvaluationPanel({ order }: { order: Order }) {
  const { t } = useTranslation('orderDisputes')
  const data = useQuery(evaluationOptions(order.id)).data
  const mayGive = useAccess('orders.evaluation.give')
  const mayReply = useAccess('orders.evaluation.reply')
  if (!data || (!data.evaluation && !(data.canGive && mayGive))) return null
  return (
    <Panel title={t('evaluation.title')}>
      {data.evaluation ? (
        <div className="stack">
          <EvaluationView evaluation={data.evaluation} />
          {order.side === 'provider' && mayReply && <SayOn evaluation={data.evaluation} orderId={order.id} />}
        </div>
      ) : (
        <Give orderId={order.id} />
      )}
    </Panel>
  )
}

function Give({ orderId }: { orderId: string }) {
  const { t } = useTranslation('orderDisputes')
  const client = useQueryClient()
  const [points, setPoints] = useState<Record<(typeof ASPECTS)[number], string>>({ quality: '5', punctuality: '5', service: '5' })
  const [words, setWords] = useState('')
  const give = useCommand({
    run: giveEvaluation,
    onDone: async () => {
      toast(t('evaluation.given'))
      await client.invalidateQueries({ queryKey: evaluationOptions(orderId).queryKey })
    },
  })
  return (
    <div className="stack">
      <ProblemSummary error={give.error} />
      <p className="m t2">{t('evaluation.lead')}</p>
      {ASPECTS.map((aspect) => (
        <div key={aspect} className="row g12 wrap">
          <span style={{ minWidth: 96 }}>{t(`evaluation.${aspect}`)}</span>
          <Segmented
            label={t(`evaluation.${aspect}`)}
            value={points[aspect]}
            options={POINTS.map((value) => ({ value, label: t('evaluation.points', { points: value }) }))}
            onPick={(value) => setPoints({ ...points, [aspect]: value })}
          />
        </div>
      ))}
      <TextArea
        label={t('evaluation.words')}
        hint={t('evaluation.wordsHint')}
        rows={3}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div>
        <Button
          kind="primary"
          isBusy={give.isPending}
          onClick={() =>
            give.mutate({
              id: orderId,
              body: {
                quality: Number(points.quality),
                punctuality: Number(points.punctuality),
                service: Number(points.service),
                words: words.trim(),
              },
            })
          }
        >
          {t('evaluation.give')}
        </Button>
      </div>
    </div>
  )
}

function SayOn({ evaluation, orderId }: { evaluation: OrderEvaluation; orderId: string }) {
  const { t } = useTranslation('orderDisputes')
  const client = useQueryClient()
  const [words, setWords] = useState('')
  const say = useCommand({
    run: sayOnEvaluation,
    onDone: async () => {
      setWords('')
      await client.invalidateQueries({ queryKey: evaluationOptions(orderId).queryKey })
    },
  })
  if (evaluation.reply !== null && evaluation.appeal !== null) return null
  const send = (how: 'reply' | 'appeal') => say.mutate({ id: orderId, how, body: { words: words.trim() } })
  return (
    <div className="stack">
      <ProblemSummary error={say.error} />
      <TextArea
        label={t('evaluation.say')}
        hint={t('evaluation.sayHint')}
        rows={2}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="row g8 wrap">
        {evaluation.reply === null && (
          <Button isBusy={say.isPending} disabled={!words.trim()} onClick={() => send('reply')}>
            {t('evaluation.reply')}
          </Button>
        )}
        {evaluation.appeal === null && (
          <Button isBusy={say.isPending} disabled={!words.trim()} onClick={() => send('appeal')}>
            {t('evaluation.appeal')}
          </Button>
        )}
      </div>
    </div>
  )
}
