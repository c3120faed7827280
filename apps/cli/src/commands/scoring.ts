import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { keptSecret } from '@jiju/api/kept-secret'
import { rootKey } from '@jiju/orders/server/reports/signing-keys'
import { type Db, openDatabase } from '@jiju/platform/database/pool'
import { zipStream } from '@jiju/platform/files/write-zip'
import { readZip } from '@jiju/platform/files/zip-guard'
import { type BundleFiles, PLACES } from '@jiju/scoring/core/engine/bundle'
import { readPlacesHead } from '@jiju/scoring/core/engine/robustness/places-text'
import { type Difference, verifyBundle } from '@jiju/scoring/core/engine/verify-bundle'
import { verifyPlaces } from '@jiju/scoring/core/engine/verify-places'
import { makeRunBundle, signRunBundle } from '@jiju/scoring/server/bundle/export-bundle'
import { type BundledRun, sha256 } from '@jiju/scoring/server/compute/bundle-run'
import type { ScoringTables } from '@jiju/scoring/server/needs'
import { Command } from 'commander'
import { withDatabase } from '../database.ts'
import { CommandFailure, type Terminal } from '../terminal.ts'

const MAX_SHOWN = 50

export function scoringCommand(terminal: Terminal): Command {
  const scoring = new Command('scoring').description('innovation points')
  scoring
    .command('export')
    .description('write a run with its model and facts into an archive that anyone can score again; enterprises stand under pseudonyms')
    .argument('<run>', 'number of the run')
    .argument('<file>', 'name that ends in .zip')
    .option('--names', 'names and credit codes go along: only for whoever may see them', false)
    .action((number: string, file: string, { names }: { names: boolean }) => {
      const target = path.resolve(terminal.folder, file)
      if (!target.endsWith('.zip')) throw new CommandFailure('The name must end in .zip.')
      return withDatabase(terminal, 'check', async ({ pool, files, config, home }) => {
        const wanted = { number, pseudonymKey: randomBytes(32), withNames: names, actorUserId: null }
        const authSecret = config.AUTH_SECRET ?? keptSecret(home)
        const needs = {
          files,
          now: () => new Date(),
          // biome-ignore lint/suspicious/noExplicitAny: orders sees its own tables of the same database.
          signingRoot: (tx: Db<any>, at: Date) => rootKey(tx, { authSecret }, at),
        }
        const db = openDatabase<ScoringTables>(pool)
        const bundle = await makeRunBundle(db, needs, wanted)
        const exported = await db.transaction().execute((tx) => signRunBundle(tx, needs, bundle))
        await writeArchive(exported.files, exported.at, target)
        terminal.write(`Run ${number}: ${exported.enterprises} enterprises written to ${target}`)
        terminal.write(`manifest.json  ${exported.manifestSha256}`)
      })
    })
  scoring
    .command('verify')
    .description('score a bundle again without a database and compare every byte; exit code 1, and what differs, when it is not the same')
    .argument('<bundle>', 'archive or folder that `jiju scoring export` wrote')
    .option(
      '--places',
      'measure the intervals of places again too, by the seed in the bundle; that takes as long as it took the platform',
      false,
    )
    .action(async (bundle: string, { places }: { places: boolean }) => {
      const files = await readBundle(path.resolve(terminal.folder, bundle))
      verify(files, terminal)
      if (places) comparePlaces(files, terminal)
    })
  return scoring
}

async function writeArchive(files: BundledRun['files'], at: Date, target: string): Promise<void> {
  const entries = [...files].map(([name, bytes]) => ({ name, read: async () => bytes }))
  // Under its name only when it is whole.
  const partial = `${target}.part`
  try {
    await pipeline(zipStream(entries, at), createWriteStream(partial))
    await rename(partial, target)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

async function readBundle(place: string): Promise<BundleFiles> {
  if (!(await stat(place)).isDirectory()) {
    return new Map([...(await readZip(place))].map(([name, content]) => [name, content.toString('utf8')]))
  }
  const names = (await readdir(place, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(path.join(place, name), 'utf8')] as const)))
}

function verify(files: BundleFiles, terminal: Terminal): void {
  const { manifest, recomputedSha256, differences } = verifyBundle(files, sha256)
  if (manifest) {
    const { run, enterprises, engineVersion } = manifest
    terminal.write(`Run ${run.number}, period ${run.period}, as of ${run.asOf}: ${enterprises} enterprises, engine ${engineVersion}`)
    for (const [name, { sha256: hash }] of Object.entries(manifest.files)) terminal.write(`  ${hash}  ${name}`)
    terminal.write(`  ${sha256(files.get('manifest.json') as string)}  manifest.json`)
    terminal.write(`  ${recomputedSha256 ?? 'nothing could be reckoned from model and facts'}  result as reckoned here`)
  }
  if (differences.length === 0) {
    terminal.write('OK: the result comes out here byte for byte.')
    return
  }
  for (const difference of differences.slice(0, MAX_SHOWN)) terminal.writeError(`  ${sentenceOf(difference)}`)
  if (differences.length > MAX_SHOWN) terminal.writeError(`  and ${differences.length - MAX_SHOWN} more`)
  throw new CommandFailure('This bundle is not as it was made. Compare its manifest with the one that was noted at the export.')
}

function comparePlaces(files: BundleFiles, terminal: Terminal): void {
  const work = verifyPlaces(files)
  let step = work.next()
  while (!step.done) step = work.next()
  const differences = step.value
  if (differences === null) throw new CommandFailure('This bundle has no intervals: they were not measured when it was made.')
  const draws = readPlacesHead(files.get(PLACES) as string)?.settings
  if (differences.length === 0) {
    terminal.write(`OK: the intervals of places come out here byte for byte (seed ${draws?.seed}, ${draws?.draws} draws).`)
    return
  }
  for (const { line, bundle, here } of differences.slice(0, MAX_SHOWN))
    terminal.writeError(`  ${PLACES}:${line}: ${here ?? 'nothing'} here, in the bundle ${bundle ?? 'nothing'}`)
  throw new CommandFailure(`The intervals of places do not come out here: ${differences.length} lines differ.`)
}

function sentenceOf(difference: Difference): string {
  switch (difference.kind) {
    case 'file_missing':
      return `${difference.file} is missing`
    case 'file_unreadable':
      return `${difference.file} cannot be read`
    case 'file_changed':
      return `${difference.file} was changed`
    case 'engine':
      return `made by engine ${difference.bundle}, this is engine ${difference.here}: check it with the version that made it`
    case 'model':
      return `model: ${difference.place} was changed`
    case 'fact':
      return `${difference.id}: ${difference.fact} was changed, and is ${difference.value ?? 'missing'} now`
    case 'events':
      return `${difference.id}: its events were changed`
    case 'row_added':
      return `${difference.id}: was added`
    case 'row_missing':
      return `${difference.id}: was removed`
    case 'result':
      return `${difference.id}: the result is ${difference.here ?? 'nothing'}, in the bundle ${difference.bundle ?? 'nothing'}`
  }
}
