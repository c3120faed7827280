import type { Problem } from '@jiju/kernel/problem'
import { workOf } from '../../core/work/work-kind.ts'
import type { Guard } from '../order/order-act.ts'
import { findStudyOfOrder } from '../sql/work/studies.ts'
import { countOpenWork, listWorkItems } from '../sql/work/tasks.ts'

/** Work is finished when every task is checked or void, nothing is under investigation, every batch is decided and granted access has ended. */
export const guardFinish: Guard = async (tx, order, now) => {
  const open = await countOpenWork(tx, order.id, now)
  const items = await listWorkItems(tx, order.id)
  const unopened = items.filter(
    (item) => item.tasks === 0 && ['test', 'batch'].includes(workOf({ kind: item.kind, serviceKind: item.service_kind }) ?? ''),
  )
  const problems: Problem[] = []
  const add = (code: string, count: number): void => {
    if (count > 0) problems.push({ code, kind: 'refused', params: { count } })
  }
  const ungranted = items.filter((item) => workOf({ kind: item.kind, serviceKind: item.service_kind }) === 'access' && item.grants === 0)
  add('orders.access_not_granted', ungranted.length)
  add('orders.tasks_open', open.open_tasks + unopened.length)
  add('orders.investigations_open', open.open_investigations)
  add('orders.batches_undecided', open.open_batches)
  add('orders.access_still_granted', open.open_grants)
  const study = await findStudyOfOrder(tx, order.id)
  if (study && (study.state === 'planning' || study.state === 'running'))
    problems.push({ code: 'orders.study_not_completed', kind: 'refused', params: { number: study.number } })
  return problems
}

/** The report of an order with a study leaves only after its final report is signed with the statement of quality assurance. */
export const guardStudyReport: Guard = async (tx, order) => {
  const study = await findStudyOfOrder(tx, order.id)
  if (!study || ['final', 'archived', 'stopped'].includes(study.state)) return []
  return [{ code: 'orders.study_not_final', kind: 'refused', params: { number: study.number } }]
}
