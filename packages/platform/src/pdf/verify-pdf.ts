import * as pkijs from 'pkijs'
import { certificateOf, commonNameOf, ENGINE, isIssuedBy } from './certificates.ts'
import { decodeMessage, encodeMessage, messageFor } from './cms.ts'

/**
 * What the signature of a file says. `unsigned`: there is none. `changed`: bytes differ from those that were signed, or were added. `unknown_issuer`: whole,
 * but signed with a certificate that none of the trusted ones vouches for. `outside_validity`: the certificate did not hold when it says it signed.
 */
export type SignatureCheck = {
  readonly outcome: 'valid' | 'unsigned' | 'changed' | 'unknown_issuer' | 'outside_validity'
  readonly signer: string | null
  readonly signedAt: Date | null
}

const UNSIGNED: SignatureCheck = { outcome: 'unsigned', signer: null, signedAt: null }
const CHANGED: SignatureCheck = { outcome: 'changed', signer: null, signedAt: null }

/** Checks the signature that covers the whole of a PDF against trusted root certificates (DER). Any bytes may be given. */
export async function verifyPdf(pdf: Buffer, roots: readonly Uint8Array[]): Promise<SignatureCheck> {
  const at = pdf.lastIndexOf('/ByteRange')
  if (at < 0) return UNSIGNED
  const range = /^\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(pdf.subarray(at, at + 100).toString('latin1'))
  const [start, before, after, rest] = (range?.slice(1) ?? []).map(Number)
  if (start !== 0 || before === undefined || after === undefined || rest === undefined) return CHANGED
  // What is signed must be everything but the signature: nothing may be added behind it or left out in between.
  if (after + rest !== pdf.length || before >= after || pdf[before] !== 0x3c || pdf[after - 1] !== 0x3e) return CHANGED
  const hex = pdf.subarray(before + 1, after - 1).toString('latin1')
  if (!/^(?:[0-9a-f]{2})+$/.test(hex)) return CHANGED
  const content = Buffer.concat([pdf.subarray(0, before), pdf.subarray(after)])
  try {
    return await checkMessage(Buffer.from(hex, 'hex'), content, { roots, signedAt: dateIn(pdf, at, before) })
  } catch {
    return CHANGED
  }
}

type Trust = { readonly roots: readonly Uint8Array[]; readonly signedAt: Date | null }

async function checkMessage(padded: Buffer, content: Buffer, { roots, signedAt }: Trust): Promise<SignatureCheck> {
  const { length, isPadded } = lengthOf(padded)
  if (!isPadded) return CHANGED
  const signed = decodeMessage(padded.subarray(0, length))
  const isWhole = await signed.verify({ signer: 0, data: new Uint8Array(content).buffer, checkChain: false }, ENGINE)
  if (!isWhole) return CHANGED
  const certificate = signerOf(signed)
  if (!certificate) return CHANGED
  const signer = commonNameOf(certificate)
  const isOwn = isOwnForm(signed, certificate, { content, bytes: padded.subarray(0, length) })
  // A certificate that names one of the roots but is not what was signed with was changed.
  const namesRoot = roots.some((root) => certificateOf(root).subject.isEqual(certificate.issuer))
  if (!isOwn && namesRoot) return CHANGED
  if (!(await hasTrust(certificate, roots))) return { outcome: 'unknown_issuer', signer, signedAt }
  const holds = signedAt && certificate.notBefore.value <= signedAt && signedAt <= certificate.notAfter.value
  return { outcome: holds ? 'valid' : 'outside_validity', signer, signedAt }
}

/** A signature does not cover its own envelope; ours has one form only, so a changed byte there is seen too. */
function isOwnForm(
  signed: pkijs.SignedData,
  certificate: pkijs.Certificate,
  { content, bytes }: { content: Buffer; bytes: Buffer },
): boolean {
  const expected = messageFor(content, certificate)
  const [signer] = expected.signerInfos
  const [found] = signed.signerInfos
  if (!signer || !found) return false
  signer.signature = found.signature
  return encodeMessage(expected).equals(bytes)
}

/** The signature is filled up with zeros; anything else behind it was put there later. */
function lengthOf(padded: Buffer): { length: number; isPadded: boolean } {
  const first = padded[1] ?? 0
  const count = first < 0x80 ? 0 : first & 0x7f
  const length = 2 + count + (count === 0 ? first : padded.readUIntBE(2, count))
  return { length, isPadded: padded.subarray(length).every((byte) => byte === 0) }
}

function signerOf(signed: pkijs.SignedData): pkijs.Certificate | undefined {
  const sid = signed.signerInfos[0]?.sid
  if (!(sid instanceof pkijs.IssuerAndSerialNumber)) return undefined
  return signed.certificates?.find(
    (one): one is pkijs.Certificate =>
      one instanceof pkijs.Certificate && one.serialNumber.isEqual(sid.serialNumber) && one.issuer.isEqual(sid.issuer),
  )
}

async function hasTrust(certificate: pkijs.Certificate, roots: readonly Uint8Array[]): Promise<boolean> {
  for (const root of roots) if (await isIssuedBy(certificate, certificateOf(root))) return true
  return false
}

/** The day in the signature's own entry; it is part of what is signed. */
function dateIn(pdf: Buffer, from: number, before: number): Date | null {
  const around = pdf.subarray(from, before).toString('latin1') + pdf.subarray(before).toString('latin1', 0, 40_000)
  const [, year, month, day, hour, minute, second] = /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(around) ?? []
  return year ? new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) : null
}
