import { type BundleFiles, FACTS, hashFacts, linesById, MANIFEST, type Manifest, MODEL, RESULT, ROWS, type Sha256 } from './bundle.ts'
import { readFactsText, resultText } from './canonical.ts'
import { checksOf } from './content-check.ts'
import type { FactTable } from './fact-table.ts'
import type { Model } from './model.ts'
import { ENGINE_VERSION, runModel } from './run-model.ts'

/** What is not as it was when the bundle was made. */
export type Difference =
  | { readonly kind: 'file_missing' | 'file_unreadable' | 'file_changed'; readonly file: string }
  /** Another arithmetic than this one's: a difference in results would prove nothing. */
  | { readonly kind: 'engine'; readonly bundle: string; readonly here: string }
  | { readonly kind: 'model'; readonly place: string }
  | { readonly kind: 'fact'; readonly id: string; readonly fact: string; readonly value: number | null }
  | { readonly kind: 'events'; readonly id: string }
  | { readonly kind: 'row_added' | 'row_missing'; readonly id: string }
  /** The result that comes out here against the one in the bundle; null where there is no line. */
  | { readonly kind: 'result'; readonly id: string; readonly bundle: string | null; readonly here: string | null }

type Verification = {
  readonly manifest: Manifest | null
  /** Hash of what comes out of model and facts here. */
  readonly recomputedSha256: string | null
  /** None: the bytes are identical. */
  readonly differences: readonly Difference[]
}

/** Scores a bundle again and names all that differs: files, places in the model, facts, lines of the result. */
export function verifyBundle(files: BundleFiles, sha256: Sha256): Verification {
  const manifest = read<Manifest>(files, MANIFEST)
  if (manifest?.format !== 'jiju-bundle/1') {
    return {
      manifest: null,
      recomputedSha256: null,
      differences: [{ kind: files.has(MANIFEST) ? 'file_unreadable' : 'file_missing', file: MANIFEST }],
    }
  }
  const differences: Difference[] = []
  for (const [file, { sha256: expected }] of Object.entries(manifest.files)) {
    const text = files.get(file)
    if (text === undefined) differences.push({ kind: 'file_missing', file })
    else if (sha256(text) !== expected) differences.push({ kind: 'file_changed', file })
  }
  if (manifest.engineVersion !== ENGINE_VERSION) differences.push({ kind: 'engine', bundle: manifest.engineVersion, here: ENGINE_VERSION })
  const model = read<Model>(files, MODEL)
  if (model) differences.push(...changedPlaces(model, manifest.modelChecks))
  else if (files.has(MODEL)) differences.push({ kind: 'file_unreadable', file: MODEL })
  const facts = readFacts(files.get(FACTS))
  if (!facts && files.has(FACTS)) differences.push({ kind: 'file_unreadable', file: FACTS })
  if (!model || !facts) return { manifest, recomputedSha256: null, differences }

  const recomputed = recompute(model, facts.table, manifest.run.asOf)
  if (recomputed === null)
    return { manifest, recomputedSha256: null, differences: [...differences, { kind: 'file_unreadable', file: MODEL }] }
  const isFactsChanged = differences.some((difference) => difference.kind === 'file_changed' && difference.file === FACTS)
  if (isFactsChanged) differences.push(...changedFacts(files, facts.table, sha256))
  if (recomputed !== files.get(RESULT)) differences.push(...changedResults(files.get(RESULT) ?? '', recomputed))
  return { manifest, recomputedSha256: sha256(recomputed), differences }
}

function read<Content>(files: BundleFiles, file: string): Content | null {
  try {
    return JSON.parse(files.get(file) ?? '') as Content
  } catch {
    return null
  }
}

/** Null where a model is none, as only somebody's hand can make it. */
function recompute(model: Model, table: FactTable, asOf: string): string | null {
  try {
    return resultText(model, runModel(model, table, asOf))
  } catch {
    return null
  }
}

function readFacts(text: string | undefined): ReturnType<typeof readFactsText> | null {
  try {
    return readFactsText(text ?? '')
  } catch {
    return null
  }
}

function changedPlaces(model: Model, expected: Manifest['modelChecks']): Difference[] {
  const found = new Map(checksOf(model))
  return [...new Set([...Object.keys(expected), ...found.keys()])]
    .filter((place) => expected[place] !== found.get(place))
    .map((place) => ({ kind: 'model', place }))
}

function changedFacts(files: BundleFiles, table: FactTable, sha256: Sha256): Difference[] {
  const expected = new Map(
    linesById(files.get(ROWS) ?? '').map(([id, line]) => {
      const [, hash, checks] = JSON.parse(line) as [string, string, string]
      return [id, { hash, checks: checks.match(/.{4}/g) ?? [] }]
    }),
  )
  const found = hashFacts(files.get(FACTS) ?? '', sha256)
  const columns = [...table.columns]
  const changes = table.ids.flatMap((id, row): Difference[] => {
    const known = expected.get(id)
    const own = found.get(id)
    if (!known || !own) return [{ kind: 'row_added', id }]
    if (known.hash === own.hash) return []
    return own.checks.flatMap((check, place): Difference[] => {
      if (check === known.checks[place]) return []
      const [fact, column] = columns[place] ?? []
      if (!fact || !column) return [{ kind: 'events', id }]
      return [{ kind: 'fact', id, fact, value: Number.isNaN(column[row]) ? null : (column[row] as number) }]
    })
  })
  const missing = [...expected.keys()].filter((id) => !found.has(id))
  return [...changes, ...missing.map((id): Difference => ({ kind: 'row_missing', id }))]
}

function changedResults(bundle: string, here: string): Difference[] {
  const there = new Map(linesById(bundle))
  const own = new Map(linesById(here))
  return [...new Set([...there.keys(), ...own.keys()])]
    .filter((id) => there.get(id) !== own.get(id))
    .map((id) => ({ kind: 'result', id, bundle: there.get(id) ?? null, here: own.get(id) ?? null }))
}
