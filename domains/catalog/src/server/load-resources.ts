import type { LocalDate } from '@jiju/kernel/local-date'
import type { CatalogDb } from './catalog-db.ts'
import { type CoverRow, listCovers } from './sql/accreditations.ts'
import { listPricesOn, type PriceRow } from './sql/prices.ts'
import { listProviderOrganisations, type OrganisationRow } from './sql/providers.ts'
import {
  type CitedStandardRow,
  listCitedStandards,
  listDeviceClassNames,
  listResourceMethods,
  type ResourceMethodRow,
} from './sql/resource-links.ts'
import type { ResourceRow } from './sql/resources.ts'
import { listSitesByIds, type SiteRow } from './sql/sites.ts'
import { listStandardsByIds, listSuccessors, type StandardRow, type SuccessionRow } from './sql/standards.ts'

/** Everything that stands around a resource, read in one query per table for any number of resources. */
export type Surroundings = {
  readonly day: LocalDate
  readonly providers: ReadonlyMap<string, OrganisationRow>
  readonly sites: ReadonlyMap<string, SiteRow>
  readonly prices: ReadonlyMap<string, readonly PriceRow[]>
  readonly covers: ReadonlyMap<string, readonly CoverRow[]>
}

export type DetailedSurroundings = Surroundings & {
  readonly cited: ReadonlyMap<string, readonly CitedStandardRow[]>
  readonly standards: ReadonlyMap<string, StandardRow>
  readonly successors: ReadonlyMap<string, readonly SuccessionRow[]>
  readonly methods: ReadonlyMap<string, readonly ResourceMethodRow[]>
  readonly deviceClassNames: ReadonlyMap<string, string>
}

export async function loadSurroundings(db: CatalogDb, rows: readonly ResourceRow[], day: LocalDate): Promise<Surroundings> {
  const ids = rows.map((row) => row.id)
  const siteIds = [...new Set(rows.flatMap((row) => row.site_id ?? []))]
  const providers = await listProviderOrganisations(db, [...new Set(rows.map((row) => row.provider_id))])
  const sites = await listSitesByIds(db, siteIds)
  return {
    day,
    providers,
    sites: new Map(sites.map((site) => [site.id, site])),
    prices: groupBy(await listPricesOn(db, ids, day), (price) => price.resource_id),
    covers: groupBy(await listCovers(db, ids, day), (cover) => cover.resource_id),
  }
}

export async function loadDetailedSurroundings(db: CatalogDb, rows: readonly ResourceRow[], day: LocalDate): Promise<DetailedSurroundings> {
  const ids = rows.map((row) => row.id)
  const surroundings = await loadSurroundings(db, rows, day)
  const cited = await listCitedStandards(db, ids)
  const standardIds = [...new Set(cited.map((citation) => citation.standard_id))]
  const standards = await listStandardsByIds(db, standardIds)
  return {
    ...surroundings,
    cited: groupBy(cited, (citation) => citation.resource_id),
    standards: new Map(standards.map((standard) => [standard.id, standard])),
    successors: groupBy(await listSuccessors(db, standardIds), (succession) => succession.predecessor_id),
    methods: groupBy(await listResourceMethods(db, ids), (method) => method.resource_id),
    deviceClassNames: await listDeviceClassNames(db, [...new Set(rows.flatMap((row) => row.device_class_codes))]),
  }
}

export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
