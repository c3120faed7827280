import { parseStandardNumber } from '@jiju/catalog/core/standard-number'
import { standardStatusOn } from '@jiju/catalog/core/standard-status'
import type { Context, Row } from './context.ts'
import { STANDARD_TWINS, STANDARDS } from './reference.ts'

export type DemoStandards = {
  readonly idOf: (number: string) => string
  readonly rows: { readonly standard: Row[]; readonly succession: Row[]; readonly twin: Row[] }
}

// Written as an import writes it, so that exporting and importing changes nothing.
function readNumber(number: string): { number: string; key: string; base: string } {
  const parsed = parseStandardNumber(number)
  if (!parsed) throw new Error(`${number} is no standard number`)
  return parsed
}

/** The standards that the district cites, each with what it is on the reference day, what it replaces and its international twin. */
export function generateStandards(context: Context): DemoStandards {
  const { id, referenceDay } = context
  const idOf = (number: string) => id(`standard|${number}`)
  const successors = new Map<string, (string | null)[]>()
  const succession: Row[] = []
  for (const standard of STANDARDS)
    for (const predecessor of standard.replaces ?? []) {
      successors.set(predecessor, [...(successors.get(predecessor) ?? []), standard.effectiveOn])
      succession.push({ predecessor_id: idOf(predecessor), successor_id: idOf(standard.number), basis: 'stated' })
    }
  const standard = STANDARDS.map((entry) => {
    const { number, key, base } = readNumber(entry.number)
    return {
      id: idOf(entry.number),
      number,
      number_key: key,
      base_key: base,
      title_zh: entry.titleZh || null,
      title_en: entry.titleEn || null,
      published_on: entry.publishedOn,
      effective_on: entry.effectiveOn,
      status: standardStatusOn(referenceDay, {
        status: 'active',
        effectiveOn: entry.effectiveOn,
        withdrawnOn: null,
        successorsEffectiveOn: successors.get(entry.number) ?? [],
      }),
      source: entry.certainty === 'to_confirm' ? `${entry.source}（待确认）` : entry.source,
      last_checked_on: entry.certainty === 'to_confirm' ? null : '2026-08-15',
      created_at: context.instant(-400),
      updated_at: context.instant(-90),
    }
  })
  const twin = STANDARD_TWINS.map((entry) => ({
    international_id: idOf(entry.international),
    national_id: idOf(entry.national),
    relation: entry.relation,
    source: entry.certainty === 'to_confirm' ? '对照关系待确认' : 'ISO 与 GB 对照表（汇编）',
  }))
  return { idOf, rows: { standard, succession, twin } }
}
