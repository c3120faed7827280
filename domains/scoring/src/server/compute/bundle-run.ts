import { createHash, createHmac } from 'node:crypto'
import { type BundleFiles, type BundleRun, MANIFEST, makeBundle, PLACES, RESULT } from '../../core/engine/bundle.ts'
import { canonicalJson, readFactsText, resultPieces } from '../../core/engine/canonical.ts'
import { type FactTable, tableOfColumns } from '../../core/engine/fact-table.ts'
import type { Model } from '../../core/engine/model.ts'
import { renamePlaces } from '../../core/engine/robustness/places-text.ts'
import { runModel } from '../../core/engine/run-model.ts'

type RunToBundle = {
  /** `resultSha256` is that of the result as the platform keeps it. */
  readonly run: BundleRun
  readonly model: Model
  readonly facts: Uint8Array
  /** The intervals as they were measured; null while they are not. */
  readonly places: Uint8Array | null
  /** Makes pseudonyms of credit codes. Thrown away afterwards, it leaves nobody who can undo them. */
  readonly pseudonymKey: Uint8Array
  readonly readme: string
  /** Names by credit code, to go along; null: nobody is named. */
  readonly names: readonly (readonly [creditCode: string, name: string])[] | null
}

export type BundledRun = {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly enterprises: number
  readonly manifest: string
  readonly manifestSha256: string
}

/** A finished run as a bundle under pseudonyms. Throws when it gives another result now than the kept one, whatever the order of rows. */
export function bundleRun({ run, model, facts, places, pseudonymKey, readme, names }: RunToBundle): BundledRun {
  const { table } = readFactsText(textOf(facts))
  const pseudonyms = table.ids.map((id) => pseudonymOf(id, pseudonymKey))
  const byId = new Map(table.ids.map((id, row) => [id, pseudonyms[row] as string]))
  const others = new Map([['README.md', readme]])
  if (names) others.set('names.json', namesText(names, byId))
  if (places)
    others.set(
      PLACES,
      renamePlaces(textOf(places), (id) => byId.get(id) as string),
    )
  // The rows in the order of their pseudonyms.
  const rows = [...pseudonyms.keys()].sort((a, b) => ((pseudonyms[a] as string) < (pseudonyms[b] as string) ? -1 : 1))
  const files = makeBundle({ model, table: renamed(table, rows, byId), run, others }, sha256)
  assertSameResult(run, resultPieces(model, runModel(model, table, run.asOf)), {
    ids: table.ids,
    pseudonyms,
    rows,
    bundled: (files.get(RESULT) as string).split('\n'),
  })
  const manifest = files.get(MANIFEST) as string
  return { files: bytesOf(files), enterprises: table.ids.length, manifest, manifestSha256: sha256(manifest) }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

function bytesOf(files: BundleFiles): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder()
  return new Map([...files].map(([name, text]) => [name, encoder.encode(text)]))
}

function pseudonymOf(creditCode: string, key: Uint8Array): string {
  return `p-${createHmac('sha256', key).update(creditCode).digest('hex').slice(0, 20)}`
}

/** Some rows under other ids; events of whoever is not among them stay behind. */
function renamed({ ids, columns, events }: FactTable, rows: readonly number[], names: ReadonlyMap<string, string>): FactTable {
  return tableOfColumns({
    ids: rows.map((row) => names.get(ids[row] as string) as string),
    columns: new Map([...columns].map(([ref, column]) => [ref, Float64Array.from(rows, (row) => column[row] as number)])),
    events: events.flatMap((event) => {
      const id = names.get(event.id)
      return id === undefined ? [] : [{ ...event, id }]
    }),
  })
}

type Renamed = {
  readonly ids: readonly string[]
  readonly pseudonyms: readonly string[]
  readonly rows: readonly number[]
  /** Lines of the result as it is bundled. */
  readonly bundled: readonly string[]
}

/** The result as it comes out here is the kept one, and the bundled one but for the names: the order of rows changes no score. */
function assertSameResult(run: BundleRun, pieces: Iterable<string>, { ids, pseudonyms, rows, bundled }: Renamed): void {
  const places = new Uint32Array(rows.length)
  for (const [place, row] of rows.entries()) places[row] = place
  const hash = createHash('sha256')
  let row = 0
  for (const piece of pieces) {
    hash.update(piece, 'utf8')
    for (const line of piece.trimEnd().split('\n')) {
      const rest = line.slice(1 + JSON.stringify(ids[row]).length)
      if (bundled[places[row] as number] !== `["${pseudonyms[row]}"${rest}`)
        throw new Error(`run ${run.number} scores differently in another order of rows`)
      row += 1
    }
  }
  if (hash.digest('hex') !== run.resultSha256) throw new Error(`run ${run.number} gives another result now than when it was made`)
}

function namesText(names: NonNullable<RunToBundle['names']>, pseudonyms: ReadonlyMap<string, string>): string {
  const known = names.flatMap(([creditCode, name]) => {
    const pseudonym = pseudonyms.get(creditCode)
    return pseudonym ? [[pseudonym, { creditCode, name }] as const] : []
  })
  return `${canonicalJson(Object.fromEntries(known))}\n`
}
