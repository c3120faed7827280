/** Unknown, or another's: the answer is the same. */
export const ENTERPRISE_MISSING = { code: 'scoring.enterprise_missing', kind: 'missing' } as const
export const MODEL_MISSING = { code: 'scoring.model_missing', kind: 'missing' } as const
export const RUN_MISSING = { code: 'scoring.run_missing', kind: 'missing' } as const
