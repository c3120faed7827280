import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import texts from './samples.json' with { type: 'json' }

/** What people are told of samples and deviations. */
export const SAMPLE_NOTICES: NoticeKinds = {
  'orders.samples_due': { group: 'orders', mail: 'at_once', texts: texts['orders.samples_due'] },
  'orders.samples_sent': { group: 'orders', mail: 'at_once', texts: texts['orders.samples_sent'] },
  'orders.samples_received': { group: 'orders', mail: 'at_once', texts: texts['orders.samples_received'] },
  'orders.samples_returned': { group: 'orders', mail: 'at_once', texts: texts['orders.samples_returned'] },
  'orders.sample_offered': { group: 'orders', mail: 'at_once', isUrgent: true, texts: texts['orders.sample_offered'] },
  'orders.sample_offer_refused': { group: 'orders', mail: 'at_once', texts: texts['orders.sample_offer_refused'] },
  'orders.sample_destruction': { group: 'orders', mail: 'daily', texts: texts['orders.sample_destruction'] },
  'orders.sample_retention_return': { group: 'orders', mail: 'at_once', texts: texts['orders.sample_retention_return'] },
  'orders.sample_retention_dispose': { group: 'orders', mail: 'at_once', texts: texts['orders.sample_retention_dispose'] },
  'orders.sample_retention_provider': { group: 'orders', mail: 'daily', texts: texts['orders.sample_retention_provider'] },
  'orders.deviation_opened': { group: 'orders', mail: 'at_once', isUrgent: true, texts: texts['orders.deviation_opened'] },
  'orders.deviation_told': { group: 'orders', mail: 'at_once', texts: texts['orders.deviation_told'] },
  'orders.deviation_go_on': { group: 'orders', mail: 'at_once', isUrgent: true, texts: texts['orders.deviation_go_on'] },
  'orders.deviation_replace': { group: 'orders', mail: 'at_once', isUrgent: true, texts: texts['orders.deviation_replace'] },
  'orders.deviation_stop': { group: 'orders', mail: 'at_once', isUrgent: true, texts: texts['orders.deviation_stop'] },
}
