import { createHash, createHmac } from 'node:crypto'
import { type BundleFiles, type BundleRun, MANIFEST, makeBundle, PLACES, RESULT } from '../../core/engine/bundle.ts'
import { canonicalJson, readFactsText, resultText } from '../../core/engine/canonical.ts'
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
  const result = resultText(model, runModel(model, table, run.asOf))
  if (sha256(result) !== run.resultSha256) throw new Error(`run ${run.number} gives another result now than when it was made`)
  const pseudonyms = table.ids.map((id) => pseudonymOf(id, pseudonymKey))
  const byId = new Map(table.ids.map((id, row) => [id, pseudonyms[row] as string]))
  const nameOf = (id: string) => byId.get(id) as string
  const others = new Map([['README.md', readme]])
  if (names) others.set('names.json', namesText(names, byId))
  if (places) others.set(PLACES, renamePlaces(textOf(places), nameOf))
  const files = makeBundle({ model, table: renamed(table, pseudonyms, nameOf), run, others }, sha256)
  if (files.get(RESULT) !== renamedResult(result, table.ids, pseudonyms))
    throw new Error(`run ${run.number} scores differently in another order of rows`)
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

/** The table under other ids, in their order; events of whoever is not in it stay behind. */
function renamed({ columns, events }: FactTable, pseudonyms: readonly string[], nameOf: (id: string) => string | undefined): FactTable {
  const places = [...pseudonyms.keys()].sort((a, b) => ((pseudonyms[a] as string) < (pseudonyms[b] as string) ? -1 : 1))
  return tableOfColumns({
    ids: places.map((place) => pseudonyms[place] as string),
    columns: new Map([...columns].map(([ref, column]) => [ref, Float64Array.from(places, (place) => column[place] as number)])),
    events: events.flatMap((event) => {
      const id = nameOf(event.id)
      return id === undefined ? [] : [{ ...event, id }]
    }),
  })
}

/** Lines of a result under other ids, in their order. */
function renamedResult(result: string, ids: readonly string[], pseudonyms: readonly string[]): string {
  const lines = result.trimEnd().split('\n')
  const renamed = lines.map((line, row) => `["${pseudonyms[row]}"${line.slice(1 + JSON.stringify(ids[row]).length)}`)
  return `${renamed.sort().join('\n')}\n`
}

function namesText(names: NonNullable<RunToBundle['names']>, pseudonyms: ReadonlyMap<string, string>): string {
  const known = names.flatMap(([creditCode, name]) => {
    const pseudonym = pseudonyms.get(creditCode)
    return pseudonym ? [[pseudonym, { creditCode, name }] as const] : []
  })
  return `${canonicalJson(Object.fromEntries(known))}\n`
}
