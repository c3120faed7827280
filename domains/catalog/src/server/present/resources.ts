import { formatFen } from '@jiju/kernel/money'
import type { z } from 'zod'
import type { PriceRow as PriceWire } from '../../contract/prices.ts'
import type {
  OwnResource,
  Price,
  ResourceDetail,
  ResourceListItem,
  ResourceWork,
  ReviewItem,
  VersionListItem,
} from '../../contract/resources.ts'
import type { Gap } from '../../core/content-gaps.ts'
import { findInstrumentClass } from '../../core/instrument-classes.ts'
import type { DetailedSurroundings, Surroundings } from '../load-resources.ts'
import type { PriceRow } from '../sql/prices.ts'
import type { OrganisationRow } from '../sql/providers.ts'
import type { OwnResourceRow, PublishedRow, ResourceRow, VersionRow } from '../sql/resources.ts'
import { presentProviderRef } from './providers.ts'
import { presentStandardRef } from './standards.ts'

export const fileUrl = (resourceId: string, fileId: string) => `/api/v1/catalog/resources/${resourceId}/files/${fileId}`

function presentPrice(row: PriceRow): Price {
  return {
    id: row.id,
    customerClass: row.customer_class,
    unit: row.unit,
    price: formatFen(row.price_fen),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    note: row.note,
  }
}

export function presentPriceRow(row: PriceRow): z.infer<typeof PriceWire> {
  return { ...presentPrice(row), version: row.version }
}

export function presentListItem(row: PublishedRow, around: Surroundings): ResourceListItem {
  const schemes = (around.covers.get(row.id) ?? []).map((cover) => cover.scheme)
  return {
    id: row.id,
    kind: row.kind,
    provider: presentProviderRef(row.provider_id, around.providers.get(row.provider_id)),
    nameZh: row.name_zh,
    nameEn: row.name_en,
    model: row.model,
    manufacturer: row.manufacturer,
    innerNumber: row.inner_number,
    classCode: row.class_code,
    summary: row.summary,
    siteName: row.site_id ? (around.sites.get(row.site_id)?.name ?? null) : null,
    photoUrl: row.photo_file_id ? fileUrl(row.id, row.photo_file_id) : null,
    operatingStatus: row.operating_status,
    prices: (around.prices.get(row.id) ?? []).map(presentPrice),
    accreditations: [...new Set(schemes)],
    citesReplacedStandard: row.cites_replaced,
  }
}

export function presentResource(row: ResourceRow, around: DetailedSurroundings): ResourceDetail {
  const { content } = row
  const site = row.site_id ? around.sites.get(row.site_id) : undefined
  const instrumentClass = row.class_code ? findInstrumentClass(row.class_code) : undefined
  const withUrl = (file: { fileId: string; caption: string | null }) => ({
    fileId: file.fileId,
    caption: file.caption,
    url: fileUrl(row.id, file.fileId),
  })
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    provider: presentProviderRef(row.provider_id, around.providers.get(row.provider_id)),
    site: site
      ? {
          id: site.id,
          name: site.name,
          nameEn: site.name_en,
          address: site.address,
          district: site.district,
          longitude: site.longitude,
          latitude: site.latitude,
          accessNote: site.access_note,
        }
      : null,
    innerNumber: content.innerNumber,
    nameZh: content.nameZh,
    nameEn: content.nameEn,
    model: content.model,
    classCode: content.classCode,
    className: instrumentClass ? { code: instrumentClass.code, zh: instrumentClass.zh, en: instrumentClass.en } : null,
    summary: content.summary,
    description: content.description,
    location: content.location,
    contactName: content.contactName,
    contactPhone: content.contactPhone,
    contactEmail: content.contactEmail,
    contactHours: content.contactHours,
    keywords: content.keywords,
    specifications: content.specifications,
    deviceClassCodes: content.deviceClassCodes,
    detail: content.detail,
    methods: (around.methods.get(row.id) ?? []).map((method) => ({ id: method.id, nameZh: method.name_zh, nameEn: method.name_en })),
    standards: (around.cited.get(row.id) ?? []).flatMap((citation) => {
      const standard = around.standards.get(citation.standard_id)
      if (!standard) return []
      return [{ ...presentStandardRef(standard, around.successors.get(standard.id) ?? [], around.day), note: citation.note }]
    }),
    deviceClasses: content.deviceClassCodes.map((code) => ({ code, name: around.deviceClassNames.get(code) ?? code })),
    photos: content.photos.map(withUrl),
    attachments: content.attachments.map(withUrl),
    prices: (around.prices.get(row.id) ?? []).map(presentPrice),
    accreditations: (around.covers.get(row.id) ?? []).map((cover) => ({
      scheme: cover.scheme,
      certificateNo: cover.certificate_no,
      validFrom: cover.valid_from,
      validTo: cover.valid_to,
    })),
    operatingStatus: row.operating_status,
    zone: site?.zone ?? 'Asia/Shanghai',
    opening: row.opening ?? site?.opening ?? [],
    holidayRule: site?.holiday_rule ?? 'closed',
    dayExceptions: (site?.day_exceptions ?? []).map((exception) => ({ day: exception.day, open: [...exception.open] })),
    publishedAt: row.published_at?.toISOString() ?? null,
  }
}

/** What the owner sees of a resource: the working copy's names where there is one. */
export function presentOwnResource(row: OwnResourceRow): z.infer<typeof OwnResource> {
  const content = row.working ?? row.content
  return {
    id: row.id,
    providerId: row.provider_id,
    kind: row.kind,
    status: row.status,
    workState: row.work_state,
    nameZh: content.nameZh,
    nameEn: content.nameEn,
    model: content.model,
    innerNumber: content.innerNumber,
    classCode: content.classCode,
    siteName: row.site_name,
    operatingStatus: row.operating_status,
    citesReplacedStandard: row.cites_replaced,
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
  }
}

export function presentWork(row: OwnResourceRow, gaps: readonly (Gap & { message: string })[], returnReasons: string | null): ResourceWork {
  return {
    ...presentOwnResource(row),
    content: row.working ?? row.content,
    gaps: gaps.map((gap) => ({ code: gap.code, field: gap.field, isBlocking: gap.isBlocking, message: gap.message })),
    returnReasons,
    opening: row.opening,
    publishedVersion: row.published_version,
    submittedAt: row.work_state === 'in_review' ? (row.submitted_at?.toISOString() ?? null) : null,
  }
}

export function presentReviewItem(row: OwnResourceRow, provider: OrganisationRow | undefined): z.infer<typeof ReviewItem> {
  return {
    ...presentOwnResource(row),
    provider: presentProviderRef(row.provider_id, provider),
    submittedAt: (row.submitted_at ?? row.updated_at).toISOString(),
    isFirst: row.published_version === null,
  }
}

export function presentVersion(row: VersionRow): z.infer<typeof VersionListItem> {
  return { version: row.version, state: row.state, authorId: row.author_id, at: row.at.toISOString(), note: row.note }
}
