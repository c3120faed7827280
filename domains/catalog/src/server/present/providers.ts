import type { LocalDate } from '@jiju/kernel/local-date'
import type { z } from 'zod'
import type { Accreditation, AccreditationDetail } from '../../contract/accreditations.ts'
import type { ProviderDetail, ProviderListItem, ProviderProfile, ProviderRef } from '../../contract/providers.ts'
import type { ResourceKind } from '../../core/vocabulary.ts'
import type { AccreditationItemRow, AccreditationRow } from '../sql/accreditations.ts'
import type { OrganisationRow, ProfileRow } from '../sql/providers.ts'
import type { SiteRow } from '../sql/sites.ts'
import { presentSite } from './sites.ts'

export function presentProviderRef(id: string, row: OrganisationRow | undefined): ProviderRef {
  return {
    id,
    name: row?.name ?? '',
    shortName: row?.short_name ?? null,
    nameEn: row?.name_en ?? null,
    district: row?.district ?? null,
  }
}

const profileFields = (profile: ProfileRow | undefined) => ({
  introductionZh: profile?.introduction_zh ?? null,
  introductionEn: profile?.introduction_en ?? null,
  website: profile?.website ?? null,
  contactName: profile?.contact_name ?? null,
  phone: profile?.phone ?? null,
  email: profile?.email ?? null,
  establishedOn: profile?.established_on ?? null,
  capabilities: profile?.capabilities ?? [],
})

type Counts = Partial<Record<ResourceKind, number>>

export function presentProviderListItem(
  row: OrganisationRow & { capabilities: string[] | null },
  counts: Counts | undefined,
): z.infer<typeof ProviderListItem> {
  return { ...presentProviderRef(row.id, row), capabilities: row.capabilities ?? [], resourceCounts: counts ?? {} }
}

export function presentProvider(parts: {
  organisation: OrganisationRow
  profile: ProfileRow | undefined
  counts: Counts | undefined
  sites: readonly SiteRow[]
  accreditations: readonly AccreditationRow[]
  day: LocalDate
}): ProviderDetail {
  return {
    ...presentProviderRef(parts.organisation.id, parts.organisation),
    ...profileFields(parts.profile),
    resourceCounts: parts.counts ?? {},
    sites: parts.sites.map(presentSite),
    accreditations: parts.accreditations.map((row) => presentAccreditation(row, parts.day)),
  }
}

export function presentProfile(organisation: OrganisationRow, profile: ProfileRow | undefined): ProviderProfile {
  return { ...presentProviderRef(organisation.id, organisation), ...profileFields(profile), version: profile?.version ?? 0 }
}

export function presentAccreditation(row: AccreditationRow, day: LocalDate): Accreditation {
  const isWithdrawn = row.withdrawn_on !== null && row.withdrawn_on <= day
  return {
    id: row.id,
    scheme: row.scheme,
    certificateNo: row.certificate_no,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    isInDate: row.valid_from <= day && day <= row.valid_to && !isWithdrawn,
    itemCount: row.item_count,
  }
}

export function presentAccreditationDetail(
  row: AccreditationRow,
  items: readonly AccreditationItemRow[],
  day: LocalDate,
): AccreditationDetail {
  return {
    ...presentAccreditation(row, day),
    providerId: row.provider_id,
    withdrawnOn: row.withdrawn_on,
    note: row.note,
    items: items.map((item) => ({
      id: item.id,
      product: item.product,
      parameter: item.parameter,
      standardId: item.standard_id,
      standardText: item.standard_text,
      standardNumber: item.standard_number,
      fieldCode: item.field_code,
      limits: item.limits,
      resourceId: item.resource_id,
    })),
    version: row.version,
  }
}
