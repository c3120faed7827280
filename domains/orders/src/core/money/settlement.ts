/** The steps of a settlement in their order. Each is one transaction and is done once, whatever happens between them. */
export const SETTLEMENT_STEPS = [
  'redeem_voucher',
  'collect_held',
  'release_rest',
  'collect_balance',
  'take_fee',
  'credit_provider',
  'close',
] as const
export type SettlementStep = (typeof SETTLEMENT_STEPS)[number]

export const SETTLEMENT_STATES = ['running', 'waiting', 'done'] as const

/** The steps in which a booking's bill follows its charge. Each is one transaction. */
const BILL_STEPS = ['follow_charge', 'settle_bill'] as const

const pointsOf = <Step extends string>(steps: readonly Step[]) => steps.flatMap((step) => [`in:${step}`, `after:${step}`] as const)

/** Where a settlement can be interrupted: in each step before its transaction commits, and after it. */
export const SETTLEMENT_POINTS = pointsOf(SETTLEMENT_STEPS)
export const BILL_POINTS = pointsOf(BILL_STEPS)
export const FAULT_POINTS = [...SETTLEMENT_POINTS, ...BILL_POINTS]
export type FaultPoint = (typeof FAULT_POINTS)[number]

/** The first step that is not done; undefined when all are. */
export const nextStep = (done: readonly string[]): SettlementStep | undefined => SETTLEMENT_STEPS.find((step) => !done.includes(step))

/** Between the fee and the provider's share an order's income is half shared out: nothing else may touch it then. */
export const isSharingOut = (done: readonly string[]): boolean => done.includes('take_fee') && !done.includes('credit_provider')
