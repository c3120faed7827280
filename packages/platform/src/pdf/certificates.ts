import { webcrypto } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

/** Certificates and signatures are made with the platform's own WebCrypto: ECDSA on P-256 with SHA-256. */
export const ENGINE = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto })
pkijs.setEngine('node', ENGINE)

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const
const COMMON_NAME = '2.5.4.3'
const ORGANISATION = '2.5.4.10'
const BASIC_CONSTRAINTS = '2.5.29.19'
const KEY_USAGE = '2.5.29.15'
const SIGN_DOCUMENTS = 0xc0
const SIGN_CERTIFICATES = 0x06

/** A certificate in DER and its private key in PKCS #8. */
export type KeyPair = { readonly certificate: Buffer; readonly privateKey: Buffer }

type Wanted = {
  readonly commonName: string
  readonly organisation: string
  /** A positive number, unguessable: 16 random bytes. */
  readonly serial: Uint8Array
  readonly validFrom: Date
  readonly validTo: Date
}

/** A new key with its certificate: of `issuer` when there is one, else a root that vouches for others. */
export async function issueCertificate(wanted: Wanted, issuer?: KeyPair): Promise<KeyPair> {
  const keys = await webcrypto.subtle.generateKey(CURVE, true, ['sign', 'verify'])
  const certificate = new pkijs.Certificate()
  certificate.version = 2
  certificate.serialNumber = new asn1js.Integer({ valueHex: positive(wanted.serial) })
  nameInto(certificate.subject, wanted)
  if (issuer) certificate.issuer = certificateOf(issuer.certificate).subject
  else nameInto(certificate.issuer, wanted)
  certificate.notBefore.value = wanted.validFrom
  certificate.notAfter.value = wanted.validTo
  certificate.extensions = [
    extension(BASIC_CONSTRAINTS, new pkijs.BasicConstraints({ cA: !issuer }).toSchema()),
    extension(
      KEY_USAGE,
      new asn1js.BitString({ valueHex: new Uint8Array([issuer ? SIGN_DOCUMENTS : SIGN_CERTIFICATES]).buffer, unusedBits: issuer ? 6 : 1 }),
    ),
  ]
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as CryptoKey, ENGINE)
  const signingKey = issuer ? await privateKeyOf(issuer.privateKey) : (keys.privateKey as CryptoKey)
  await certificate.sign(signingKey, 'SHA-256', ENGINE)
  return {
    certificate: Buffer.from(certificate.toSchema(true).toBER()),
    privateKey: Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)),
  }
}

export const certificateOf = (der: Uint8Array): pkijs.Certificate => pkijs.Certificate.fromBER(new Uint8Array(der))

export const privateKeyOf = (pkcs8: Uint8Array): Promise<CryptoKey> =>
  webcrypto.subtle.importKey('pkcs8', pkcs8, CURVE, false, ['sign']) as Promise<CryptoKey>

/** Who a certificate speaks for. */
export function commonNameOf(certificate: pkijs.Certificate): string {
  const entry = certificate.subject.typesAndValues.find(({ type }) => type === COMMON_NAME)
  return entry ? String(entry.value.valueBlock.value) : ''
}

/** Whether the certificate of `issuer` signed this one. */
export const isIssuedBy = (certificate: pkijs.Certificate, issuer: pkijs.Certificate): Promise<boolean> =>
  certificate.verify(issuer, ENGINE).catch(() => false)

export function toPem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

/** Every certificate of a bundle, in DER. */
export function fromPem(text: string): Buffer[] {
  return [...text.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)].map(([, base64 = '']) =>
    Buffer.from(base64, 'base64'),
  )
}

function nameInto(name: pkijs.RelativeDistinguishedNames, { commonName, organisation }: Wanted): void {
  for (const [type, value] of [
    [ORGANISATION, organisation],
    [COMMON_NAME, commonName],
  ] as const)
    name.typesAndValues.push(new pkijs.AttributeTypeAndValue({ type, value: new asn1js.Utf8String({ value }) }))
}

function extension(extnID: string, value: asn1js.BaseBlock): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical: true, extnValue: value.toBER(false) })
}

/** The first bit of a DER integer is its sign. */
function positive(bytes: Uint8Array): ArrayBuffer {
  const copy = new Uint8Array(bytes)
  copy[0] = ((copy[0] ?? 0) & 0x7f) | 0x40
  return copy.buffer
}
