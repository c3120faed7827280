import type { Problem } from '@jiju/kernel/problem'

export const ENQUIRY_ENDED: Problem = { code: 'orders.enquiry_ended', kind: 'conflict' }
export const NOT_ASKED: Problem = { code: 'orders.enquiry_answered', kind: 'conflict' }
const ENQUIRY_DECIDING: Problem = { code: 'orders.enquiry_deciding', kind: 'conflict' }

/** Why an enquiry that does not stand open cannot be changed. */
export const notOpen = (state: string): Problem => (state === 'deciding' ? ENQUIRY_DECIDING : ENQUIRY_ENDED)
