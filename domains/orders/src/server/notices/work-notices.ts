import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import texts from './work.json' with { type: 'json' }

/** What people of a provider are told about its tasks. */
export const WORK_NOTICES: NoticeKinds = {
  'orders.task_assigned': { group: 'orders', mail: 'at_once', texts: texts['orders.task_assigned'] },
  'orders.plan_lost': { group: 'orders', mail: 'at_once', isUrgent: true, texts: texts['orders.plan_lost'] },
  'orders.investigation_opened': { group: 'orders', mail: 'at_once', isUrgent: true, texts: texts['orders.investigation_opened'] },
}
