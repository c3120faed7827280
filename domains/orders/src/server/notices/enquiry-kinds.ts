import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import texts from './enquiries.json' with { type: 'json' }

/** What is told of enquiries, quotes and messages. */
export const ENQUIRY_NOTICES: NoticeKinds = {
  'orders.enquiry_received': { group: 'orders', mail: 'at_once', texts: texts['orders.enquiry_received'] },
  'orders.answer_due': { group: 'orders', mail: 'at_once', isUrgent: true, texts: texts['orders.answer_due'] },
  'orders.answer_overdue': { group: 'orders', mail: 'at_once', isUrgent: true, texts: texts['orders.answer_overdue'] },
  'orders.answer_overdue_operator': { group: 'orders', mail: 'daily', texts: texts['orders.answer_overdue_operator'] },
  'orders.operator_reminds': { group: 'orders', mail: 'at_once', isUrgent: true, texts: texts['orders.operator_reminds'] },
  'orders.enquiry_declined': { group: 'orders', mail: 'at_once', texts: texts['orders.enquiry_declined'] },
  'orders.quote_offered': { group: 'orders', mail: 'at_once', texts: texts['orders.quote_offered'] },
  'orders.quote_withdrawn': { group: 'orders', mail: 'at_once', isUrgent: true, texts: texts['orders.quote_withdrawn'] },
  'orders.quote_lapsed': { group: 'orders', mail: 'daily', texts: texts['orders.quote_lapsed'] },
  'orders.quote_lost': { group: 'orders', mail: 'at_once', texts: texts['orders.quote_lost'] },
  'orders.enquiry_decided': { group: 'orders', mail: 'daily', texts: texts['orders.enquiry_decided'] },
  'orders.enquiry_withdrawn': { group: 'orders', mail: 'at_once', texts: texts['orders.enquiry_withdrawn'] },
  'orders.enquiry_lapsed': { group: 'orders', mail: 'at_once', texts: texts['orders.enquiry_lapsed'] },
  'orders.enquiry_taken_client': { group: 'orders', mail: 'at_once', isUrgent: true, texts: texts['orders.enquiry_taken_client'] },
  'orders.message_client': { group: 'orders', mail: 'at_once', texts: texts['orders.message_client'] },
  'orders.message_provider': { group: 'orders', mail: 'at_once', texts: texts['orders.message_provider'] },
}
