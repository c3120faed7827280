import { SignPdf } from '@signpdf/signpdf'
import { Signer } from '@signpdf/utils'
import { certificateOf, ENGINE, type KeyPair, privateKeyOf } from './certificates.ts'
import { encodeMessage, messageFor } from './cms.ts'

/** Signs a document of `writePdf` that has a place for it: PAdES baseline B, with the certificate of the signer. */
export function signPdf(pdf: Buffer, key: KeyPair): Promise<Buffer> {
  return new SignPdf().sign(pdf, new CmsSigner(key))
}

class CmsSigner extends Signer {
  readonly #key: KeyPair

  constructor(key: KeyPair) {
    super()
    this.#key = key
  }

  override async sign(content: Buffer): Promise<Buffer> {
    const message = messageFor(content, certificateOf(this.#key.certificate))
    await message.sign(await privateKeyOf(this.#key.privateKey), 0, 'SHA-256', undefined, ENGINE)
    return encodeMessage(message)
  }
}
