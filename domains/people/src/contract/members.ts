import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { EmailAddress, Token } from './common.ts'
import { OrganisationSummary } from './organisations.ts'

/** `<kind>:<role>` of the organisation's kind, e.g. `enterprise:engineer`. */
const RoleList = z.array(z.string().max(60)).min(1).max(12)

export const Member = z
  .object({
    personId: z.uuid(),
    name: z.string(),
    email: z.string(),
    roles: z.array(z.string()),
    joinedAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: 'Member' })
export type Member = z.infer<typeof Member>
export const MemberPage = pageOf(Member).meta({ id: 'MemberPage' })
export const MemberQuery = z.object(pageQuery)
export const MemberParams = z.object({ id: z.uuid(), personId: z.uuid() })

/** Needs `If-Match`. */
export const ChangeRoles = z.object({ roles: RoleList }).meta({ id: 'ChangeRoles' })
export type ChangeRoles = z.infer<typeof ChangeRoles>

export const PlaceJoinRequest = z.object({ message: z.string().trim().max(500).default('') }).meta({ id: 'PlaceJoinRequest' })
export type PlaceJoinRequest = z.infer<typeof PlaceJoinRequest>

const JOIN_REQUEST_STATUSES = ['pending', 'approved', 'rejected', 'withdrawn'] as const

/** A request to join, as the organisation's owners see it. */
export const JoinRequest = z
  .object({
    id: z.uuid(),
    organisationId: z.uuid(),
    person: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
    message: z.string(),
    status: z.enum(JOIN_REQUEST_STATUSES),
    reason: z.string().nullable(),
    createdAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'JoinRequest' })
export type JoinRequest = z.infer<typeof JoinRequest>
export const JoinRequestPage = pageOf(JoinRequest).meta({ id: 'JoinRequestPage' })
export const JoinRequestQuery = z.object({ status: z.enum(JOIN_REQUEST_STATUSES).default('pending'), ...pageQuery })
export const JoinRequestParams = z.object({ id: z.uuid(), requestId: z.uuid() })

/** A request to join, as the person who placed it sees it. */
export const OwnJoinRequest = z
  .object({
    id: z.uuid(),
    organisation: OrganisationSummary,
    message: z.string(),
    status: z.enum(JOIN_REQUEST_STATUSES),
    reason: z.string().nullable(),
    createdAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'OwnJoinRequest' })
export type OwnJoinRequest = z.infer<typeof OwnJoinRequest>
export const OwnJoinRequestPage = pageOf(OwnJoinRequest).meta({ id: 'OwnJoinRequestPage' })

export const ApproveJoinRequest = z.object({ roles: RoleList }).meta({ id: 'ApproveJoinRequest' })
export type ApproveJoinRequest = z.infer<typeof ApproveJoinRequest>

export const IssueInvitation = z.object({ email: EmailAddress, roles: RoleList }).meta({ id: 'IssueInvitation' })
export type IssueInvitation = z.infer<typeof IssueInvitation>

const INVITATION_STATES = ['open', 'accepted', 'expired', 'revoked'] as const

export const Invitation = z
  .object({
    id: z.uuid(),
    organisationId: z.uuid(),
    email: z.string(),
    roles: z.array(z.string()),
    state: z.enum(INVITATION_STATES),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof Invitation>
export const InvitationPage = pageOf(Invitation).meta({ id: 'InvitationPage' })
export const InvitationQuery = z.object(pageQuery)
export const InvitationParams = z.object({ id: z.uuid(), invitationId: z.uuid() })

export const InvitationToken = z.object({ token: Token })

/** What the holder of the mail sees before accepting. */
export const InvitationPreview = z
  .object({
    organisation: OrganisationSummary,
    email: z.string(),
    roles: z.array(z.string()),
    expiresAt: z.iso.datetime(),
    isRegistered: z.boolean().describe('True when the address has an account: sign in, then accept. Otherwise sign up with the token.'),
  })
  .meta({ id: 'InvitationPreview' })
export type InvitationPreview = z.infer<typeof InvitationPreview>
