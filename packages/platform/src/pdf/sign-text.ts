import { createPrivateKey, sign, verify, X509Certificate } from 'node:crypto'
import type { KeyPair } from './certificates.ts'

/** ECDSA over P-256 with SHA-256 of a text, in base64; with the keys that sign papers. */
export function signText(text: string, { privateKey }: Pick<KeyPair, 'privateKey'>): string {
  const key = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' })
  return sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64')
}

/** True when the key of one of the certificates (DER) has signed exactly this text. */
export function isSignedText(text: string, signature: string, certificates: readonly Buffer[]): boolean {
  return certificates.some((certificate) =>
    verify(
      'sha256',
      Buffer.from(text),
      { key: new X509Certificate(certificate).publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64'),
    ),
  )
}
