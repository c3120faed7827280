import reference from './reference-programme.json' with { type: 'json' }

/** Parameters of Shanghai's innovation voucher as far as they are known, each with its source and certainty. The office compares them before use. */
export const REFERENCE_PROGRAMME = reference
