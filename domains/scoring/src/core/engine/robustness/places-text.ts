import { canonicalJson } from '../canonical.ts'
import type { Robustness, RobustnessSettings } from './measure-robustness.ts'

type PlacesHead = { readonly run: string; readonly settings: RobustnessSettings }

/** Between which places each enterprise stands, as text: a head with the settings, the summary, and a line an enterprise with best and worst among all and in its stage. */
export function placesText(
  { run, settings }: PlacesHead,
  ids: readonly string[],
  { intervals: { all, stage }, leaveOneOut, sensitivity }: Robustness,
): string {
  const place = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)
  const lines = [
    canonicalJson({ format: 'jiju-robustness/1', run, settings }),
    canonicalJson({ leaveOneOut, sensitivity }),
    ...ids.map((id, row) => JSON.stringify([id, ...[all.best, all.worst, stage.best, stage.worst].map((column) => place(column[row]))])),
  ]
  return `${lines.join('\n')}\n`
}

/** The head of such a text; null when it is none. */
export function readPlacesHead(text: string): PlacesHead | null {
  try {
    const { format, run, settings } = JSON.parse(text.split('\n', 1)[0] as string) as PlacesHead & { format: string }
    return format === 'jiju-robustness/1' ? { run, settings } : null
  } catch {
    return null
  }
}

/** The same under other ids, lines in the order of these. */
export function renamePlaces(text: string, nameOf: (id: string) => string): string {
  const [head, summary, ...lines] = text.trimEnd().split('\n')
  const renamed = lines.map((line) => {
    const [id, ...places] = JSON.parse(line) as [string, ...(number | null)[]]
    return JSON.stringify([nameOf(id), ...places])
  })
  return `${[head, summary, ...renamed.sort()].join('\n')}\n`
}
