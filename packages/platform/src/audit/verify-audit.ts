import { sql } from 'kysely'
import type { Db } from '../database/pool.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { FIRST_LINK, hashEntry, hashLink, type SealedEntry, sealedColumns } from './seal-audit.ts'

/**
 * `changed`: the entry is not what was sealed. `missing`: it is gone. `gap`: the seal of this position is gone.
 * `chain_broken`: the seal itself was written anew. `anchor_missing`: the chain no longer holds the given link, so its end was cut off or it was rebuilt.
 */
export type AuditFinding = {
  readonly position: bigint
  readonly entryId: string | null
  readonly kind: 'changed' | 'missing' | 'chain_broken' | 'gap' | 'anchor_missing'
}

export type AuditVerification = {
  readonly sealed: number
  /** Entries of the last minutes, or of a database whose background work does not run. */
  readonly unsealed: number
  /** Keep it outside of the database: with it a later verification sees that the end was cut off. Null while nothing is sealed. */
  readonly anchor: string | null
  readonly findings: readonly AuditFinding[]
}

type SealRow = { position: bigint; entry_id: string; entry_hash: Buffer; chain_hash: Buffer } & {
  [Column in keyof SealedEntry]: SealedEntry[Column] | null
}

const BATCH = 5000

/** Reads the whole chain again. `anchor` is one that an earlier run gave. */
export async function verifyAudit(
  db: Db<PlatformTables>,
  options: { readonly anchor?: string | undefined } = {},
): Promise<AuditVerification> {
  const findings: AuditFinding[] = []
  let sealed = 0
  let position = 0n
  let link: Buffer = FIRST_LINK
  let isAnchorFound = options.anchor === undefined
  for (;;) {
    const rows = await readSeals(db, position)
    for (const row of rows) {
      findings.push(...checkSeal(row, { position, link }))
      position = row.position
      // From here on the stored link counts, so that one change is one finding.
      link = row.chain_hash
      sealed += 1
      isAnchorFound ||= row.chain_hash.toString('hex') === options.anchor?.toLowerCase()
    }
    if (rows.length < BATCH) break
  }
  if (!isAnchorFound) findings.push({ position, entryId: null, kind: 'anchor_missing' })
  return { sealed, unsealed: await countUnsealed(db), anchor: sealed > 0 ? link.toString('hex') : null, findings }
}

function checkSeal(row: SealRow, previous: { readonly position: bigint; readonly link: Buffer }): AuditFinding[] {
  const findings: AuditFinding[] = []
  for (let lost = previous.position + 1n; lost < row.position; lost += 1n) findings.push({ position: lost, entryId: null, kind: 'gap' })
  const found = (kind: AuditFinding['kind']) => findings.push({ position: row.position, entryId: row.entry_id, kind })
  if (row.id === null) found('missing')
  else if (!hashEntry(row as SealedEntry).equals(row.entry_hash)) found('changed')
  // After a gap the link before this one is unknown.
  const isNext = row.position === previous.position + 1n
  if (isNext && !hashLink(previous.link, row.entry_hash).equals(row.chain_hash)) found('chain_broken')
  return findings
}

async function readSeals(db: Db<PlatformTables>, after: bigint): Promise<SealRow[]> {
  const { rows } = await sql<SealRow>`
    select seal.position, seal.entry_id, seal.entry_hash, seal.chain_hash, ${sealedColumns}
    from platform.audit_seal seal left join platform.audit_entry entry on entry.id = seal.entry_id
    where seal.position > ${after} order by seal.position limit ${BATCH}`.execute(db)
  return rows
}

async function countUnsealed(db: Db<PlatformTables>): Promise<number> {
  const { rows } = await sql<{ n: bigint }>`select count(*) as n from platform.audit_entry entry
    where not exists (select from platform.audit_seal seal where seal.entry_id = entry.id)`.execute(db)
  return Number(rows[0]?.n ?? 0)
}
