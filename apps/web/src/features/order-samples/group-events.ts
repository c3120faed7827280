import type { CustodyEvent } from '@jiju/orders/contract/samples'

/** Events of several samples that are one act: at the same moment by the same person, the same in everything that is shown. */
export type EventGroup = { readonly event: CustodyEvent; readonly samples: readonly string[]; readonly files: CustodyEvent['files'] }

const sameness = (event: CustodyEvent) =>
  JSON.stringify([
    event.at,
    event.kind,
    event.personName,
    event.from,
    event.place,
    event.celsius,
    event.condition,
    event.words,
    event.trackingNumber,
    event.quantity && `${event.quantity} ${event.unit}`,
  ])

/** Rows of the chain of custody in their order; parts that were split off stand in the row of what they came of. */
export function groupEvents(events: readonly CustodyEvent[]): EventGroup[] {
  const groups = new Map<string, { event: CustodyEvent; samples: string[]; files: CustodyEvent['files'] }>()
  for (const event of events) {
    // A part's own entry says no more than that of the sample it came of.
    if (events.some(({ sampleNumber, kind, at }) => sampleNumber === event.from && kind === event.kind && at === event.at)) continue
    const key = sameness(event)
    const group = groups.get(key)
    if (group) {
      group.samples.push(event.sampleNumber)
      group.files = [...group.files, ...event.files.filter(({ fileId }) => !group.files.some((one) => one.fileId === fileId))]
    } else groups.set(key, { event, samples: [event.sampleNumber], files: event.files })
  }
  return [...groups.values()].map((group) => ({
    ...group,
    samples: group.samples.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })),
  }))
}
