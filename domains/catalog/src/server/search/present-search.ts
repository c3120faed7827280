import type { LocalDate } from '@jiju/kernel/local-date'
import { type Fen, formatFen } from '@jiju/kernel/money'
import type { FacetValue, SearchAnswer, SearchItem } from '../../contract/search.ts'
import { findInstrumentClass } from '../../core/instrument-classes.ts'
import { type FacetCounts, type Filters, isInDate, PRICE_BANDS, SCHEMES, type ServiceMode } from '../../core/search/candidates.ts'
import { type Highlight, highlight, type Needles } from '../../core/search/highlight.ts'
import { priceFor } from '../../core/search/price-for.ts'
import type { PriceUnit } from '../../core/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { listOrganisationNames } from '../sql/search.ts'
import type { Card } from './card.ts'
import { FACET_LABELS } from './facet-labels.ts'
import { type Hit, pricesOf } from './hits.ts'

type Around = {
  readonly needles: Needles
  readonly today: LocalDate
  readonly free: { readonly start: Date; readonly end: Date } | undefined
}

export function presentSearchItem(hit: Hit, card: Card, { needles, today, free }: Around): SearchItem {
  const mark = (text: string | null) => (text === null ? [] : marked(text, needles))
  return {
    id: hit.id,
    kind: card.kind,
    nameZh: card.nameZh,
    nameEn: card.nameEn,
    manufacturer: card.manufacturer,
    model: card.model,
    summary: card.summary,
    classCode: card.classCode,
    photoUrl: card.photoUrl,
    provider: { id: card.provider.id, name: card.provider.name, nameEn: card.provider.nameEn, district: card.provider.district },
    siteName: card.siteName,
    distanceKm: hit.distanceKm === null ? null : Math.round(hit.distanceKm * 10) / 10,
    accreditations: SCHEMES.filter((scheme) => isInDate(hit, scheme, today)),
    standards: card.standards.map(({ number, titleZh, status, isReplaced, successors }) => ({
      number,
      titleZh,
      status,
      isReplaced,
      successors: [...successors],
    })),
    methods: [...card.methods],
    serviceModes: [...hit.modes] as ServiceMode[],
    confirmation: card.confirmation,
    turnaroundDays: card.turnaroundDays,
    customerClass: hit.customerClass,
    price: priced(hit.priceFen, card.unit),
    listPrice: priced(priceFor(pricesOf(hit.row), 'enterprise'), card.unit),
    firstFree: free ? { start: free.start.toISOString(), end: free.end.toISOString() } : null,
    match: hit.row.tierName,
    highlights: {
      nameZh: mark(card.nameZh),
      nameEn: mark(card.nameEn),
      manufacturer: mark(card.manufacturer),
      model: mark(card.model),
      summary: mark(card.summary),
      provider: mark(card.provider.name),
      standards: card.standards.map(({ number }) => mark(number)),
      methods: card.methods.map(mark),
    },
  }
}

function marked(text: string, needles: Needles): Highlight[] {
  return highlight(text, needles).map(({ start, end }) => ({ start, end }))
}

function priced(amount: Fen | null, unit: PriceUnit | null): { amount: string; unit: PriceUnit } | null {
  return amount === null || unit === null ? null : { amount: formatFen(amount), unit }
}

const MAX_VALUES = 50
/** Classes are shown as a tree, which needs all of them. */
const MAX_CLASSES = 200

/** Values of each facet with their names: chosen ones, then those with most hits. */
export async function presentFacets(
  db: CatalogDb,
  counts: FacetCounts,
  { filters, isComplete }: { filters: Filters; isComplete: boolean },
): Promise<SearchAnswer['facets']> {
  const top = (name: keyof FacetCounts, chosen: readonly string[]) =>
    [...counts[name]]
      .map(([value, count]) => ({ value, count, atLeast: !isComplete, isChosen: chosen.includes(value) }))
      .sort((a, b) => Number(b.isChosen) - Number(a.isChosen) || b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, name === 'class' ? MAX_CLASSES : MAX_VALUES)
  const present = (
    name: keyof FacetCounts,
    chosen: readonly string[],
    label: (value: string) => { zh: string; en: string },
  ): FacetValue[] => top(name, chosen).map(({ value, ...rest }) => ({ value, ...label(value), ...rest }))
  const providers = top('provider', filters.providers).map(({ value }) => value)
  const organisations = await listOrganisationNames(db, providers)
  const same = (value: string) => ({ zh: value, en: value })
  const fixed = (value: string) => FACET_LABELS[value] ?? same(value)
  const yuan = (value: string) => formatFen(BigInt(value)).replace(/\.00$/, '')
  return {
    kind: present('kind', filters.kinds, fixed),
    class: present('class', filters.classes, (value) => {
      const entry = findInstrumentClass(value)
      return entry ? { zh: entry.zh, en: entry.en } : same(value)
    }),
    provider: present('provider', filters.providers, (value) => {
      const names = organisations.get(value)
      return names ? { zh: names.name, en: names.nameEn ?? names.name } : same(value)
    }),
    district: present('district', filters.districts, same),
    standard: present('standard', filters.standards, same),
    accreditation: present('accreditation', filters.schemes, fixed),
    mode: present('mode', filters.modes, fixed),
    price: present('price', [], (value) => {
      const next = PRICE_BANDS[PRICE_BANDS.indexOf(BigInt(value)) + 1]
      const range = next === undefined ? `≥ ${yuan(value)}` : `${yuan(value)}—${yuan(String(next))}`
      return { zh: `${range} 元`, en: `${range} yuan` }
    })
      .map((band) => ({ ...band, value: formatFen(BigInt(band.value)) }))
      .sort((a, b) => Number(a.value) - Number(b.value)),
  }
}
