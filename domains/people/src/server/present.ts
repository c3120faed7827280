import { formatFen } from '@jiju/kernel/money'
import type { Consent, FactRead, ProfileFacts } from '../contract/consents.ts'
import type { ApiKey, OwnSession } from '../contract/me.ts'
import type { Invitation, InvitationPreview, JoinRequest, Member, OwnJoinRequest } from '../contract/members.ts'
import type { ListedOrganisation, Organisation, OrganisationSummary } from '../contract/organisations.ts'
import type { ListedPerson } from '../contract/persons.ts'
import { consentState, type FactSet } from '../core/facts.ts'
import type { FoundInvitation } from './accept-invitation.ts'
import type { ApiKeyRow } from './sql/api-keys.ts'
import type { ConsentRow, FactReadRow } from './sql/consents.ts'
import type { InvitationRow, JoinRequestRow, OwnJoinRequestRow } from './sql/joining.ts'
import type { listMembershipsOf, MemberRow } from './sql/memberships.ts'
import type { findOrganisation, ListedOrganisationRow, SummaryRow } from './sql/organisations.ts'
import type { listPersons } from './sql/persons.ts'
import type { listSessions } from './sql/sessions.ts'

type OrganisationRow = NonNullable<Awaited<ReturnType<typeof findOrganisation>>>
type Rows<T extends (...args: never[]) => Promise<unknown[]>> = Awaited<ReturnType<T>>[number]

const iso = (instant: Date | null) => instant?.toISOString() ?? null

export function presentSummary(row: SummaryRow): OrganisationSummary {
  return {
    id: row.id,
    kind: row.kind as OrganisationSummary['kind'],
    name: row.name,
    shortName: row.short_name,
    nameEn: row.name_en,
    uscc: row.uscc,
    district: row.district,
    status: row.status as OrganisationSummary['status'],
  }
}

/** `withReason`: for members and the operator only. */
export function presentOrganisation(row: OrganisationRow, withReason: boolean): Organisation {
  return {
    ...presentSummary(row),
    address: row.address,
    website: row.website,
    introduction: row.introduction,
    statusReason: withReason ? row.status_reason : null,
    statusChangedAt: row.status_changed_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}

export function presentListedOrganisation(row: ListedOrganisationRow): ListedOrganisation {
  return {
    ...presentSummary(row),
    statusReason: row.status_reason,
    statusChangedAt: row.status_changed_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    registeredBy: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '', email: row.person_email ?? '' },
    memberCount: Number(row.member_count ?? 0n),
    sameCodeCount: Number(row.same_code_count ?? 0n),
    version: row.version,
  }
}

export function presentProfileFacts(row: OrganisationRow): ProfileFacts {
  return {
    organisationId: row.id,
    legalRepresentative: row.legal_representative,
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    contactEmail: row.contact_email,
    foundedOn: row.founded_on,
    registeredCapital: row.registered_capital_fen === null ? null : formatFen(row.registered_capital_fen),
    employeeCount: row.employee_count,
    version: row.version,
  }
}

export function presentMember(row: MemberRow): Member {
  return {
    personId: row.id,
    name: row.name,
    email: row.email,
    roles: row.roles,
    joinedAt: row.joined_at.toISOString(),
    version: row.version,
  }
}

export function presentJoinRequest(row: JoinRequestRow): JoinRequest {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    person: { id: row.person_id, name: row.name, email: row.email },
    message: row.message,
    status: row.status as JoinRequest['status'],
    reason: row.reason,
    createdAt: row.created_at.toISOString(),
    decidedAt: iso(row.decided_at),
  }
}

export function presentOwnJoinRequest(row: OwnJoinRequestRow): OwnJoinRequest {
  return {
    id: row.request_id,
    organisation: presentSummary(row),
    message: row.message,
    status: row.request_status as OwnJoinRequest['status'],
    reason: row.reason,
    createdAt: row.created_at.toISOString(),
    decidedAt: iso(row.decided_at),
  }
}

export function presentInvitation(row: InvitationRow, now: Date): Invitation {
  const state = row.accepted_at ? 'accepted' : row.revoked_at ? 'revoked' : row.expires_at <= now ? 'expired' : 'open'
  return {
    id: row.id,
    organisationId: row.organisation_id,
    email: row.email,
    roles: row.roles,
    state,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }
}

export function presentInvitationPreview(row: FoundInvitation, isRegistered: boolean): InvitationPreview {
  return { organisation: presentSummary(row), email: row.email, roles: row.roles, expiresAt: row.expires_at.toISOString(), isRegistered }
}

export function presentSession(row: Rows<typeof listSessions>, currentId: string): OwnSession {
  return {
    id: row.id,
    isCurrent: row.id === currentId,
    address: row.address,
    userAgent: row.user_agent,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }
}

export function presentApiKey(row: ApiKeyRow, now: Date): ApiKey {
  return {
    id: row.key_id,
    name: row.key_name,
    hint: row.hint,
    organisation: presentSummary(row),
    scopes: row.scopes,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: iso(row.last_used_at),
    state: row.revoked_at ? 'revoked' : row.expires_at <= now ? 'expired' : 'active',
  }
}

export function presentConsent(row: ConsentRow, now: Date): Consent {
  return {
    id: row.id,
    owner: presentSummary({
      id: row.w_id,
      kind: row.w_kind,
      name: row.w_name,
      short_name: row.w_short_name,
      name_en: row.w_name_en,
      uscc: row.w_uscc,
      district: row.w_district,
      status: row.w_status,
    }),
    reader: presentSummary({
      id: row.r_id,
      kind: row.r_kind,
      name: row.r_name,
      short_name: row.r_short_name,
      name_en: row.r_name_en,
      uscc: row.r_uscc,
      district: row.r_district,
      status: row.r_status,
    }),
    facts: row.facts as FactSet[],
    purpose: row.purpose,
    state: consentState({ validUntil: row.valid_until, revokedAt: row.revoked_at }, now),
    grantedAt: row.granted_at.toISOString(),
    validUntil: row.valid_until.toISOString(),
    revokedAt: iso(row.revoked_at),
  }
}

export function presentFactRead(row: FactReadRow): FactRead {
  return {
    id: row.read_id,
    at: row.at.toISOString(),
    reader: presentSummary(row),
    readerName: row.reader_name,
    facts: row.facts as FactSet,
    basis: row.basis as FactRead['basis'],
    consentId: row.consent_id,
    purpose: row.purpose,
  }
}

export function presentListedPerson(row: Rows<typeof listPersons>, memberships: readonly Rows<typeof listMembershipsOf>[]): ListedPerson {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    hasSecondFactor: row.confirmed_at !== null,
    isDisabled: row.disabled_at !== null,
    createdAt: row.created_at.toISOString(),
    memberships: memberships
      .filter((membership) => membership.person_id === row.id)
      .map((membership) => ({ organisationId: membership.id, organisationName: membership.name, roles: membership.roles })),
  }
}
