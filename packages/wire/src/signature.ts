/** What the signature of a file can say; see `verifyPdf` of the platform. */
export const SIGNATURE_OUTCOMES = ['valid', 'unsigned', 'changed', 'unknown_issuer', 'outside_validity'] as const
