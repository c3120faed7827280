import type { Problem } from '@jiju/kernel/problem'

/** Another organisation's id answers like one that does not exist. */
export const ORDER_MISSING: Problem = { code: 'orders.order_missing', kind: 'missing' }
export const ENQUIRY_MISSING: Problem = { code: 'orders.enquiry_missing', kind: 'missing' }
export const QUOTE_MISSING: Problem = { code: 'orders.quote_missing', kind: 'missing' }
export const SERVICE_MISSING: Problem = { code: 'orders.service_missing', kind: 'missing' }
export const SAMPLE_MISSING: Problem = { code: 'orders.sample_missing', kind: 'missing' }
export const THREAD_MISSING: Problem = { code: 'orders.thread_missing', kind: 'missing' }
