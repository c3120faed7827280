import type { Order } from '@jiju/orders/contract/orders'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { type Step, Steps } from '../../ui/steps.tsx'

type Stage = 'ordered' | 'accepted' | 'received' | 'finished' | 'reported' | 'approved' | 'settled'

/** The act that ends each stage; the last time that it happened counts. */
const ENDS: Record<Stage, readonly Order['steps'][number]['act'][]> = {
  ordered: ['place', 'submit', 'conclude', 'take'],
  accepted: ['accept', 'conclude', 'conclude_purchase', 'take'],
  received: ['receive', 'begin'],
  finished: ['finish'],
  reported: ['issue'],
  approved: ['approve', 'rule_pay', 'settle_dispute'],
  settled: ['settle'],
}

/** How many stages an order has behind it in each state; null: it ended before its end. */
const BEHIND: Record<Order['state'], number | null> = {
  awaiting_approval: 1,
  placed: 1,
  accepted: 2,
  received: 3,
  working: 3,
  reporting: 4,
  reported: 5,
  retest_requested: 5,
  disputed: 5,
  approved: 6,
  settled: 7,
  paused: 2,
  declined: null,
  withdrawn: null,
  cancelled: null,
  lapsed: null,
}

/** The way of an order with its dates, from the order to the settled bill; or how it ended instead. */
export function OrderSteps({ order }: { order: Order }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const stages = (Object.keys(ENDS) as Stage[]).filter((stage) => stage !== 'received' || order.needsSamples)
  const lastOf = (stage: Stage) => order.steps.findLast(({ act }) => ENDS[stage].includes(act))
  const pausedFrom = order.state === 'paused' ? order.steps.findLast(({ act }) => act === 'pause')?.from : undefined
  const behind = BEHIND[pausedFrom ?? order.state]
  const names = Object.keys(ENDS) as Stage[]
  const steps: Step[] = stages.flatMap((stage): Step[] => {
    const at = lastOf(stage)?.at
    const index = names.indexOf(stage)
    const isDone = behind === null ? at !== undefined : index < behind
    if (behind === null && !isDone) return []
    const firstOpen = stages.find((one) => names.indexOf(one) >= (behind ?? 0))
    const isNow = behind !== null && stage === firstOpen
    return [
      {
        key: stage,
        name: t(`stage.${stage}`),
        note: isDone ? at && format.instant(at) : isNow ? noteOf() : undefined,
        state: isDone ? 'done' : isNow ? 'now' : 'todo',
      },
    ]
  })
  if (behind === null) {
    const last = order.steps.at(-1)
    steps.push({ key: 'ended', name: t(`state.${order.state}`), note: last && format.instant(last.at), state: 'bad' })
  }
  return <Steps label={t('stepsLabel')} steps={steps} />

  function noteOf(): string {
    return order.turn ? t(order.isOwnTurn ? 'turnShort.own' : `turnShort.${order.turn}`) : ''
  }
}
