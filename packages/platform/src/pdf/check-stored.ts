import { createHash } from 'node:crypto'
import type { FileStore } from '../files/file-store.ts'
import { readBytes } from '../files/keep-bytes.ts'
import { type SignatureCheck, verifyPdf } from './verify-pdf.ts'

/** What the signature of a stored file says; `changed` when the store has lost it or holds other bytes. */
export async function checkStored(files: FileStore, sha256: string, roots: readonly Uint8Array[]): Promise<SignatureCheck> {
  const pdf = await readBytes(files, sha256)
  const isStored = pdf && createHash('sha256').update(pdf).digest('hex') === sha256
  return isStored ? verifyPdf(pdf, roots) : { outcome: 'changed', signer: null, signedAt: null }
}
