import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

const DATA = '1.2.840.113549.1.7.1'
const SIGNED_DATA = '1.2.840.113549.1.7.2'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'

const digestAlgorithm = () => new pkijs.AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1', algorithmParams: new asn1js.Null() })
const ECDSA_WITH_SHA_256 = '1.2.840.10045.4.3.2'

/** A message that is not signed yet: what is signed names the content and the certificate (RFC 5035), so neither can be exchanged. */
export function messageFor(content: Uint8Array, certificate: pkijs.Certificate): pkijs.SignedData {
  const certificateHash = new asn1js.OctetString({ valueHex: sha256(new Uint8Array(certificate.toSchema(false).toBER())) })
  // ESSCertIDv2 with the default hash SHA-256.
  const identifier = new asn1js.Sequence({ value: [certificateHash] })
  const signingCertificate = new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [identifier] })] })
  const attributes = [
    new pkijs.Attribute({ type: CONTENT_TYPE, values: [new asn1js.ObjectIdentifier({ value: DATA })] }),
    new pkijs.Attribute({ type: MESSAGE_DIGEST, values: [new asn1js.OctetString({ valueHex: sha256(content) })] }),
    new pkijs.Attribute({ type: SIGNING_CERTIFICATE_V2, values: [signingCertificate] }),
  ]
  return new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm()],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: DATA }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        digestAlgorithm: digestAlgorithm(),
        signatureAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: ECDSA_WITH_SHA_256 }),
        sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
    certificates: [certificate],
  })
}

export function encodeMessage(signed: pkijs.SignedData): Buffer {
  const message = new pkijs.ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) })
  return Buffer.from(message.toSchema().toBER(false))
}

export const decodeMessage = (bytes: Uint8Array): pkijs.SignedData =>
  new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(new Uint8Array(bytes)).content })

const sha256 = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(createHash('sha256').update(bytes).digest()).buffer
