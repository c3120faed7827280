import { randomBytes } from 'node:crypto'
import { newId } from '@jiju/kernel/ids'
import type { Db } from '@jiju/platform/database/pool'
import { issueCertificate, type KeyPair } from '@jiju/platform/pdf/certificates'
import { seal, unseal } from '@jiju/platform/secrets/seal'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { findOrganisation, listOperators } from '../sql/organisations.ts'
import { findCurrentKey, insertKey, retireKey, type SigningKeyRow } from '../sql/reports/signing-keys.ts'

const PURPOSE = 'report signing key'
const DAY_MS = 86_400_000
/** A key is renewed in time, so that no report carries one that ends tomorrow. */
const RENEW_BEFORE_MS = 90 * DAY_MS
const ROOT_DAYS = 3650
const PROVIDER_DAYS = 1095

type SigningKey = KeyPair & { readonly id: string }
type Needs = Pick<OrdersNeeds, 'authSecret'>

/** The key that signs a provider's reports now; made, with the platform's root, when there is none or the one there is ends soon. */
export async function providerKey(tx: Db<OrdersTables>, needs: Needs, providerId: string, now: Date): Promise<SigningKey> {
  const found = await openCurrent(tx, needs, providerId, now)
  if (found) return found
  const root = await rootKey(tx, needs, now)
  const name = (await findOrganisation(tx, providerId))?.name ?? ''
  return make(tx, needs, { providerId, commonName: name, organisation: name, days: PROVIDER_DAYS, now }, root)
}

/** The key of the platform's root, to sign what is the platform's own word; made when there is none. */
export async function rootKey(tx: Db<OrdersTables>, needs: Needs, now: Date): Promise<SigningKey> {
  return (await openCurrent(tx, needs, null, now)) ?? makeRoot(tx, needs, now)
}

/** The key of the platform's root as far as there is one that opens, for whoever only reads. */
export async function findRootKey(db: Db<OrdersTables>, needs: Needs): Promise<KeyPair | undefined> {
  const row = await findCurrentKey(db, null)
  const privateKey = row && openKey(needs, row)
  return privateKey && { certificate: row.certificate, privateKey }
}

/** Retires the key of a provider, or the root for null; the next issue makes another. Old reports stay verifiable. */
export async function retireCurrent(tx: Db<OrdersTables>, providerId: string | null, now: Date): Promise<boolean> {
  const current = await findCurrentKey(tx, providerId)
  return current !== undefined && (await retireKey(tx, current.id, now))
}

async function makeRoot(tx: Db<OrdersTables>, needs: Needs, now: Date): Promise<SigningKey> {
  const [operator] = await listOperators(tx)
  const name = (operator && (await findOrganisation(tx, operator))?.name) || 'Jiju'
  return make(tx, needs, { providerId: null, commonName: `${name} · 报告签名根证书`, organisation: name, days: ROOT_DAYS, now })
}

type Wanted = { providerId: string | null; commonName: string; organisation: string; days: number; now: Date }

async function make(
  tx: Db<OrdersTables>,
  needs: Needs,
  { providerId, days, now, ...names }: Wanted,
  issuer?: SigningKey,
): Promise<SigningKey> {
  const validTo = new Date(now.getTime() + days * DAY_MS)
  const pair = await issueCertificate({ ...names, serial: randomBytes(16), validFrom: now, validTo }, issuer)
  const row: SigningKeyRow = {
    id: newId(now.getTime()),
    provider_id: providerId,
    issuer_id: issuer?.id ?? null,
    certificate: pair.certificate,
    sealed_key: seal(needs.authSecret, PURPOSE, pair.privateKey),
    valid_from: now,
    valid_to: validTo,
  }
  if (await insertKey(tx, row)) return { id: row.id, ...pair }
  // Another transaction was first.
  const current = await openCurrent(tx, needs, providerId, now)
  if (!current) throw new Error('a signing key was made meanwhile, but it does not open')
  return current
}

/** Undefined when there is none that holds long enough and opens; one that no longer opens, because the secret is another, is retired. */
async function openCurrent(tx: Db<OrdersTables>, needs: Needs, providerId: string | null, now: Date): Promise<SigningKey | undefined> {
  const row = await findCurrentKey(tx, providerId)
  if (!row) return undefined
  const privateKey = openKey(needs, row)
  if (privateKey && row.valid_to.getTime() - now.getTime() > RENEW_BEFORE_MS)
    return { id: row.id, certificate: row.certificate, privateKey }
  await retireKey(tx, row.id, now)
  return undefined
}

function openKey({ authSecret }: Needs, row: SigningKeyRow): Buffer | undefined {
  try {
    return unseal(authSecret, PURPOSE, row.sealed_key)
  } catch {
    return undefined
  }
}
