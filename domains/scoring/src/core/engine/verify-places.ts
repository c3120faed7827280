import { type BundleFiles, FACTS, MODEL, PLACES } from './bundle.ts'
import { readFactsText } from './canonical.ts'
import type { Model } from './model.ts'
import { measureRobustness } from './robustness/measure-robustness.ts'
import { placesText, readPlacesHead } from './robustness/places-text.ts'
import { runModel } from './run-model.ts'

/** A line of the intervals that does not come out here. */
type PlacesDifference = { readonly line: number; readonly bundle: string | null; readonly here: string | null }

/**
 * Measures the intervals of a bundle again, by the seed and the settings in it. Yields the part done (0–1) and ends with the lines that
 * differ; null where the bundle has no intervals. A bundle whose scores do not come out (`verifyBundle`) has nothing to measure.
 */
export function* verifyPlaces(files: BundleFiles): Generator<number, readonly PlacesDifference[] | null, void> {
  const text = files.get(PLACES)
  const head = text === undefined ? null : readPlacesHead(text)
  if (text === undefined || !head) return null
  const model = JSON.parse(files.get(MODEL) ?? '') as Model
  const { table, asOf } = readFactsText(files.get(FACTS) ?? '')
  const { scores } = runModel(model, table, asOf)
  const measured = yield* measureRobustness({ model, table, asOf, scores }, head.settings)
  const here = placesText(head, table.ids, measured)
  if (here === text) return []
  const [bundled, own] = [text.split('\n'), here.split('\n')]
  return Array.from({ length: Math.max(bundled.length, own.length) }, (_, line) => line).flatMap((line) =>
    bundled[line] === own[line] ? [] : [{ line: line + 1, bundle: bundled[line] ?? null, here: own[line] ?? null }],
  )
}
