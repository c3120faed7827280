import { canonicalJson, factsText, readFactsText, resultText } from './canonical.ts'
import { checksOf, checkText } from './content-check.ts'
import type { FactTable } from './fact-table.ts'
import type { Model } from './model.ts'
import { ENGINE_VERSION, runModel } from './run-model.ts'

/** What a run is called; none of it changes a score. */
export type BundleRun = {
  readonly number: string
  readonly period: string
  readonly asOf: string
  readonly factsAt: string
  readonly purpose: string
  /** Hash of the result as the platform keeps it, under the true ids. */
  readonly resultSha256: string
}

/** The texts of a bundle by file name. */
export type BundleFiles = ReadonlyMap<string, string>

/** The hash of a text's UTF-8 bytes as 64 hexadecimal digits. */
export type Sha256 = (text: string) => string

export const MANIFEST = 'manifest.json'
export const MODEL = 'model.json'
export const FACTS = 'facts.jsonl'
export const RESULT = 'result.jsonl'
export const ROWS = 'rows.jsonl'
/** Between which places each enterprise stands; left out while that is not measured. */
export const PLACES = 'places.jsonl'

export type Manifest = {
  readonly format: 'jiju-bundle/1'
  readonly engineVersion: string
  readonly run: BundleRun
  readonly enterprises: number
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>
  /** By place in the model: a short check of each value, so that a change can be named. */
  readonly modelChecks: Readonly<Record<string, string>>
}

/**
 * A run as files that anyone can score again: model, facts, result, a line of hashes for each enterprise, and a manifest with the hash of
 * each file. `others` go along unread (a README, names).
 */
export function makeBundle(
  { model, table, run, others }: { model: Model; table: FactTable; run: BundleRun; others: BundleFiles },
  sha256: Sha256,
): BundleFiles {
  const facts = factsText(table, run.period, run.asOf)
  const result = resultText(model, runModel(model, table, run.asOf))
  const files = new Map([
    ...others,
    [MODEL, `${canonicalJson(model)}\n`],
    [FACTS, facts],
    [RESULT, result],
    [ROWS, rowsText(facts, result, sha256)],
  ])
  const manifest: Manifest = {
    format: 'jiju-bundle/1',
    engineVersion: ENGINE_VERSION,
    run,
    enterprises: table.ids.length,
    files: Object.fromEntries(
      [...files].map(([name, text]) => [name, { sha256: sha256(text), bytes: new TextEncoder().encode(text).length }]),
    ),
    modelChecks: Object.fromEntries(checksOf(model)),
  }
  return files.set(MANIFEST, `${canonicalJson(manifest)}\n`)
}

/** A line an enterprise: its id, the hash of its facts with its events, the checks of each of them, and the hash of its line of the result. */
function rowsText(facts: string, result: string, sha256: Sha256): string {
  const results = new Map(linesById(result))
  let text = ''
  for (const [id, { hash, checks }] of factHashes(facts, sha256))
    text += `${JSON.stringify([id, hash, checks.join(''), sha256(`${results.get(id)}\n`)])}\n`
  return text
}

/** The facts and events of one enterprise: one hash of all, and a check of each fact in the order of columns, then of the events. */
type FactHashes = { readonly hash: string; readonly checks: readonly string[] }

export function hashFacts(facts: string, sha256: Sha256): ReadonlyMap<string, FactHashes> {
  return new Map(factHashes(facts, sha256))
}

/** One enterprise after the other: the checks of all are many millions. */
function* factHashes(facts: string, sha256: Sha256): Generator<readonly [string, FactHashes]> {
  const { table } = readFactsText(facts)
  const lines = new Map(linesById(facts))
  const columns = [...table.columns.values()]
  const events = new Map<string, string>()
  for (const event of table.events) events.set(event.id, `${events.get(event.id) ?? ''}${JSON.stringify(event)}\n`)
  for (const [row, id] of table.ids.entries()) {
    const own = events.get(id) ?? ''
    const checks = columns.map((column) => checkText(String(column[row])))
    yield [id, { hash: sha256(`${lines.get(id)}\n${own}`), checks: [...checks, checkText(own)] }]
  }
}

/** Lines that are lists, by their first entry, an id. */
export function linesById(text: string): [string, string][] {
  return text
    .trimEnd()
    .split('\n')
    .filter((line) => line.startsWith('["'))
    .map((line) => [idOf(line), line])
}

/** The first entry of a list alone, whose others need not be read for it. */
function idOf(line: string): string {
  const [, first] = /^\[("(?:[^"\\]|\\.)*")/.exec(line) ?? []
  if (!first) throw new SyntaxError('this is no line of a list')
  return JSON.parse(first) as string
}
