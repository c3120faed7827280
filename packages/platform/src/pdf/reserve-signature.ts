import { DEFAULT_BYTE_RANGE_PLACEHOLDER, SIG_FLAGS, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils'
import type { Pdf } from './page.ts'

/** What a signature says of itself beside the certificate. */
export type SignaturePlace = { readonly name: string; readonly reason: string; readonly signedAt: Date }

/** Room for signature, certificate and its issuer. */
const SIGNATURE_BYTES = 6144

// What pdfkit has but its types do not name.
type Form = { Fields: unknown[]; SigFlags: number; NeedAppearances: boolean }
type Inner = { readonly _root: { readonly data: { AcroForm: { data: Form } } }; readonly page: { readonly annotations: unknown[] } }

/** An invisible signature field (PAdES, ETSI EN 319 142-1) whose byte range and contents are filled in when the document is signed. */
export function reserveSignature(pdf: Pdf, { name, reason, signedAt }: SignaturePlace): void {
  const signature = pdf.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: SUBFILTER_ETSI_CADES_DETACHED,
    ByteRange: [0, DEFAULT_BYTE_RANGE_PLACEHOLDER, DEFAULT_BYTE_RANGE_PLACEHOLDER, DEFAULT_BYTE_RANGE_PLACEHOLDER],
    Contents: Buffer.alloc(SIGNATURE_BYTES),
    // biome-ignore-start lint/style/useConsistentBuiltinInstantiation: pdfkit writes a String object as text and a plain string as a name.
    Name: new String(name),
    Reason: new String(reason),
    M: signedAt,
    // biome-ignore-end lint/style/useConsistentBuiltinInstantiation: see above.
  })
  signature.end(undefined)
  // Printed and locked, without a place on the page.
  pdf.annotate(0, 0, 0, 0, {
    Subtype: 'Widget',
    FT: 'Sig',
    F: 132,
    V: signature,
    T: new String('Signature1'),
    P: pdf.page.dictionary,
  } as object)
  pdf.initForm()
  const inner = pdf as unknown as Inner
  const form = inner._root.data.AcroForm.data
  form.Fields.push(inner.page.annotations.at(-1))
  form.SigFlags = SIG_FLAGS.SIGNATURES_EXIST | SIG_FLAGS.APPEND_ONLY
  form.NeedAppearances = false
}
