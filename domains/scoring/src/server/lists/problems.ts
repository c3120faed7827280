export const LIST_MISSING = { code: 'scoring.list_missing', kind: 'missing' } as const
export const OBJECTION_MISSING = { code: 'scoring.objection_missing', kind: 'missing' } as const
