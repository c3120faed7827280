import { createHash, createHmac } from 'node:crypto'
import { Refusal } from '@jiju/kernel/problem'
import { recordAudit } from '@jiju/platform/audit/audit'
import type { Db } from '@jiju/platform/database/pool'
import { readBytes } from '@jiju/platform/files/keep-bytes'
import { MANIFEST_SIGNATURE, manifestSignature } from '@jiju/platform/files/signed-archive'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import { type BundleFiles, MANIFEST, makeBundle, PLACES, RESULT } from '../../core/engine/bundle.ts'
import { canonicalJson, resultText } from '../../core/engine/canonical.ts'
import { type FactTable, tableOf } from '../../core/engine/fact-table.ts'
import { renamePlaces } from '../../core/engine/robustness/places-text.ts'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import { RUN_MISSING } from '../problems.ts'
import { type OpenedRun, openRun } from '../runs/open-run.ts'
import { findRunByNumber, listEnterpriseNames } from '../sql/bundle.ts'
import { findRobustness } from '../sql/robustness.ts'
import { readmeOf } from './readme.ts'

type Wanted = {
  readonly number: string
  /** Makes pseudonyms of credit codes. Thrown away afterwards, it leaves nobody who can undo them. */
  readonly pseudonymKey: Uint8Array
  /** Names and credit codes go along. */
  readonly withNames: boolean
  readonly actorUserId: string | null
}

type Exported = { readonly files: BundleFiles; readonly enterprises: number; readonly manifestSha256: string; readonly at: Date }

/**
 * A finished run as a bundle: all facts, as the places of all come from all, but enterprises under pseudonyms. The result is the one that
 * the platform keeps, else nothing is exported. Its manifest is signed by the platform's root. Refuses with `scoring.run_missing` or `scoring.run_not_done`; audited.
 */
export async function exportBundle(
  tx: Db<ScoringTables>,
  needs: Pick<ScoringNeeds, 'files' | 'now' | 'signingRoot'>,
  wanted: Wanted,
): Promise<Exported> {
  const found = await findRunByNumber(tx, wanted.number)
  if (!found) throw new Refusal(RUN_MISSING)
  const run = await openRun(tx, needs, found.id)
  const { row, model, table } = run
  const resultSha256 = sha256(resultText(model, run))
  if (resultSha256 !== row.result_sha256) throw new Error(`run ${row.number} gives another result now than when it was made`)
  const pseudonyms = new Map(table.ids.map((id) => [id, pseudonymOf(id, wanted.pseudonymKey)]))
  const others = new Map([['README.md', readmeOf({ number: row.number, enterprises: table.ids.length, withNames: wanted.withNames })]])
  if (wanted.withNames) others.set('names.json', await namesText(tx, pseudonyms))
  const places = await placesOf(tx, needs, found.id)
  if (places)
    others.set(
      PLACES,
      renamePlaces(places, (id) => pseudonyms.get(id) as string),
    )
  const files = makeBundle(
    {
      model,
      table: renamed(table, pseudonyms),
      run: {
        number: row.number,
        period: row.period,
        asOf: row.as_of,
        factsAt: row.facts_at.toISOString(),
        purpose: row.purpose,
        resultSha256,
      },
      others,
    },
    sha256,
  )
  assertSameScores(run, files, pseudonyms)
  const manifest = files.get(MANIFEST) as string
  const manifestSha256 = sha256(manifest)
  const signature = manifestSignature(manifest, await needs.signingRoot(tx, needs.now()))
  await recordAudit(tx as unknown as Db<PlatformTables>, {
    actorUserId: wanted.actorUserId,
    actorOrganisationId: null,
    action: 'scoring.bundle.export',
    subjectType: 'scoring.run',
    subjectId: row.id,
    detail: { manifestSha256, withNames: wanted.withNames },
  })
  return {
    files: new Map([...files, [MANIFEST_SIGNATURE, signature]]),
    enterprises: table.ids.length,
    manifestSha256,
    at: row.finished_at ?? row.facts_at,
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

function pseudonymOf(creditCode: string, key: Uint8Array): string {
  return `p-${createHmac('sha256', key).update(creditCode).digest('hex').slice(0, 20)}`
}

function renamed({ ids, columns, events }: FactTable, pseudonyms: ReadonlyMap<string, string>): FactTable {
  const refs = [...columns.keys()]
  const nameOf = (id: string) => pseudonyms.get(id) as string
  return tableOf(
    ids.map((id, row) => ({ id: nameOf(id), facts: Object.fromEntries(refs.map((ref) => [ref, columns.get(ref)?.[row]])) })),
    refs,
    events.filter(({ id }) => pseudonyms.has(id)).map((event) => ({ ...event, id: nameOf(event.id) })),
  )
}

/** The order of rows, which pseudonyms change, may change no score. */
function assertSameScores(run: OpenedRun, files: BundleFiles, pseudonyms: ReadonlyMap<string, string>): void {
  const lines = resultText(run.model, run)
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [id, ...rest] = JSON.parse(line) as [string, ...unknown[]]
      return JSON.stringify([pseudonyms.get(id), ...rest])
    })
  if (`${lines.sort().join('\n')}\n` !== files.get(RESULT))
    throw new Error(`run ${run.row.number} scores differently in another order of rows`)
}

/** The intervals as they were measured; null while they are not. */
async function placesOf(tx: Db<ScoringTables>, { files }: Pick<ScoringNeeds, 'files'>, runId: string): Promise<string | null> {
  const sha256 = (await findRobustness(tx, runId))?.result_sha256
  if (!sha256) return null
  const bytes = await readBytes(files, sha256)
  if (!bytes) throw new Error(`the intervals of run ${runId} are not in the store`)
  return bytes.toString('utf8')
}

async function namesText(tx: Db<ScoringTables>, pseudonyms: ReadonlyMap<string, string>): Promise<string> {
  const known = await listEnterpriseNames(tx)
  const names = known.flatMap(({ credit_code, name }) => {
    const pseudonym = pseudonyms.get(credit_code)
    return pseudonym ? [[pseudonym, { creditCode: credit_code, name }] as const] : []
  })
  return `${canonicalJson(Object.fromEntries(names))}\n`
}
