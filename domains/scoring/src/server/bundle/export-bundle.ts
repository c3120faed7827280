import { Refusal } from '@jiju/kernel/problem'
import { recordAudit } from '@jiju/platform/audit/audit'
import type { Db } from '@jiju/platform/database/pool'
import { readShared } from '@jiju/platform/files/keep-bytes'
import { MANIFEST_SIGNATURE, manifestSignature } from '@jiju/platform/files/signed-archive'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import type { BundledRun } from '../compute/bundle-run.ts'
import { compute } from '../compute/compute.ts'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import { RUN_MISSING } from '../problems.ts'
import { getFinishedRun } from '../runs/finished-run.ts'
import { findRunByNumber, listEnterpriseNames } from '../sql/bundle.ts'
import { findRobustness } from '../sql/robustness.ts'
import type { RunRow } from '../sql/runs.ts'
import { readmeOf } from './readme.ts'

type Wanted = {
  readonly number: string
  /** Makes pseudonyms of credit codes. Thrown away afterwards, it leaves nobody who can undo them. */
  readonly pseudonymKey: Uint8Array
  /** Names and credit codes go along. */
  readonly withNames: boolean
  readonly actorUserId: string | null
}

type Bundle = BundledRun & { readonly row: RunRow; readonly wanted: Wanted }
type Exported = Pick<BundledRun, 'files' | 'enterprises' | 'manifestSha256'> & { readonly at: Date }

/**
 * A finished run as a bundle: all facts, as the places of all come from all, but enterprises under pseudonyms. The result is the one that
 * the platform keeps, else there is no bundle. Refuses with `scoring.run_missing` or `scoring.run_not_done`.
 */
export async function makeRunBundle(db: Db<ScoringTables>, needs: Pick<ScoringNeeds, 'files'>, wanted: Wanted): Promise<Bundle> {
  const { number, pseudonymKey, withNames } = wanted
  const found = await findRunByNumber(db, number)
  if (!found) throw new Refusal(RUN_MISSING)
  const { row, model, facts, isSmall } = await getFinishedRun(db, needs, found.id)
  const bundled = await compute(
    'bundleRun',
    {
      run: {
        number,
        period: row.period,
        asOf: row.as_of,
        factsAt: row.facts_at.toISOString(),
        purpose: row.purpose,
        resultSha256: row.result_sha256 ?? '',
      },
      model,
      facts,
      places: await readPlaces(db, needs, found.id),
      pseudonymKey,
      readme: readmeOf({ number, enterprises: row.enterprise_count ?? 0, withNames }),
      names: withNames ? (await listEnterpriseNames(db)).map(({ credit_code, name }) => [credit_code, name] as const) : null,
    },
    { isSmall },
  )
  return { ...bundled, row, wanted }
}

/** The bundle as it leaves: its manifest signed by the platform's root, its export audited. */
export async function signRunBundle(
  tx: Db<ScoringTables>,
  needs: Pick<ScoringNeeds, 'now' | 'signingRoot'>,
  { files, enterprises, manifest, manifestSha256, row, wanted }: Bundle,
): Promise<Exported> {
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
    files: new Map([...files, [MANIFEST_SIGNATURE, Buffer.from(signature)]]),
    enterprises,
    manifestSha256,
    at: row.finished_at ?? row.facts_at,
  }
}

/** The intervals as they were measured; null while they are not. */
async function readPlaces(db: Db<ScoringTables>, { files }: Pick<ScoringNeeds, 'files'>, runId: string): Promise<Uint8Array | null> {
  const sha256 = (await findRobustness(db, runId))?.result_sha256
  if (!sha256) return null
  const bytes = await readShared(files, sha256)
  if (!bytes) throw new Error(`the intervals of run ${runId} are not in the store`)
  return bytes
}
