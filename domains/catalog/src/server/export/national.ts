import type { LocalDate } from '@jiju/kernel/local-date'
import { formatFen } from '@jiju/kernel/money'
import names from '../../core/import/option-names.json' with { type: 'json' }
import {
  centreMessage,
  type MissingField,
  messageXml,
  type NationalFacts,
  type NationalMessage,
  nationalMessages,
} from '../../core/national-message.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { groupBy } from '../load-resources.ts'
import { fileUrl } from '../present/resources.ts'
import { findPublishedInstruments, listNationalResources, type NationalRow } from '../sql/exports.ts'
import { listPricesOn, type PriceRow } from '../sql/prices.ts'
import { findProfile, findProviderOrganisation } from '../sql/providers.ts'
import { listSites } from '../sql/sites.ts'

type NationalPage = { readonly messages: NationalMessage[]; readonly missing: MissingField[]; readonly last: string | null }

/** National messages of an institution (before its first page), and of its published instruments, laboratories and facilities, in pages. `last` is the id to go on after. */
export async function readNationalPage(
  db: CatalogDb,
  page: { organisationId: string; after: string | undefined; limit: number; day: LocalDate; publicAddress: string },
): Promise<NationalPage> {
  const rows = await listNationalResources(db, { providerId: page.organisationId, after: page.after, limit: page.limit })
  const prices = groupBy(
    await listPricesOn(
      db,
      rows.map((row) => row.id),
      page.day,
    ),
    (price) => price.resource_id,
  )
  const own = page.after === undefined && rows.length > 0 ? [await readCentre(db, page)] : []
  const results = [...own, ...rows.map((row) => nationalMessages(factsOf(row, prices.get(row.id) ?? [], page.publicAddress)))]
  return {
    messages: results.flatMap((result) => result.messages),
    missing: results.flatMap((result) => result.missing),
    last: rows.length === page.limit ? (rows.at(-1)?.id ?? null) : null,
  }
}

/** The institution as a scientific instrument centre: its profile, and the site where it began. */
async function readCentre(db: CatalogDb, { organisationId, publicAddress }: { organisationId: string; publicAddress: string }) {
  const organisation = await findProviderOrganisation(db, organisationId)
  const profile = await findProfile(db, organisationId)
  const [site] = await listSites(db, organisationId, { includeClosed: false })
  const instruments = await findPublishedInstruments(db, organisationId)
  return centreMessage({
    name: organisation?.name ?? '',
    institutionCode: organisation?.uscc ?? null,
    website: profile?.website ?? null,
    establishedOn: profile?.established_on ?? null,
    capabilities: profile?.capabilities ?? [],
    introduction: profile?.introduction_zh ?? null,
    contactName: profile?.contact_name ?? null,
    contactPhone: profile?.phone ?? null,
    contactEmail: profile?.email ?? null,
    address: site?.address ?? null,
    county: site?.district ?? organisation?.district ?? null,
    postcode: site?.postcode ?? null,
    pageUrl: `${publicAddress}/providers/${organisationId}`,
    isSharedOutside: instruments.isSharedOutside,
    classCodes: instruments.classCodes,
  })
}

const nameOf = (vocabulary: 'customerClass' | 'unit', code: string) =>
  (names[vocabulary] as unknown as Record<string, readonly string[]>)[code]?.[0] ?? code

const priceText = (prices: readonly PriceRow[]) =>
  prices
    .map((price) => `${nameOf('customerClass', price.customer_class)} ${formatFen(price.price_fen)} 元/${nameOf('unit', price.unit)}`)
    .join('；')

function factsOf(row: NationalRow, prices: readonly PriceRow[], publicAddress: string): NationalFacts {
  const { content } = row
  return {
    resourceId: row.id,
    kind: row.kind === 'laboratory' || row.kind === 'instrument' ? row.kind : 'facility',
    innerNumber: row.inner_number,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    model: row.model,
    classCode: row.class_code,
    contactName: content.contactName,
    contactPhone: content.contactPhone,
    contactEmail: content.contactEmail,
    operatingStatus: row.operating_status,
    institutionCode: row.uscc,
    institutionName: row.provider_name,
    address: [row.site_address, row.location].filter(Boolean).join(' ') || null,
    county: row.site_district,
    postcode: row.site_postcode,
    priceText: prices.length > 0 ? priceText(prices) : null,
    pageUrl: `${publicAddress}/resources/${row.id}`,
    photoUrl: row.photo_file_id ? `${publicAddress}${fileUrl(row.id, row.photo_file_id)}` : null,
    detail: content.detail,
    summary: content.summary,
    description: content.description,
    specifications: content.specifications.map(({ name, value }) => `${name} ${value}`),
  }
}

/** All messages of an institution as one XML document. */
export async function* nationalXml(
  db: CatalogDb,
  options: { organisationId: string; day: LocalDate; publicAddress: string },
): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<messages>\n'
  let after: string | undefined
  do {
    const page = await readNationalPage(db, { ...options, after, limit: 500 })
    for (const message of page.messages) yield messageXml(message)
    after = page.last ?? undefined
  } while (after)
  yield '</messages>\n'
}
