import { z } from 'zod'
import { EmailAddress, GivenPassword, Language, NewPassword, PersonName, Token } from './common.ts'
import { OrganisationSummary } from './organisations.ts'

const OwnMembership = z.object({ organisation: OrganisationSummary, roles: z.array(z.string()) }).meta({ id: 'OwnMembership' })

/** Who is signed in, for whom they act, and every access key that is allowed now: navigation is built from `access`. Signed out, `person` is null. */
export const Me = z
  .object({
    person: z
      .object({ id: z.uuid(), email: z.string(), name: z.string(), language: Language, hasSecondFactor: z.boolean(), version: z.int() })
      .nullable(),
    memberships: z.array(OwnMembership),
    activeOrganisationId: z.uuid().nullable(),
    lacksSecondFactor: z
      .boolean()
      .describe('The organisation or the role asks for a second factor: until it is set up nothing else can be done'),
    roles: z.array(z.string()).describe('Roles in the active organisation'),
    access: z.array(z.string()),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

/** Needs `If-Match` with `person.version`. */
export const EditMe = z.object({ name: PersonName.exactOptional(), language: Language.exactOptional() }).meta({ id: 'EditMe' })
export type EditMe = z.infer<typeof EditMe>

/** Ends every other session. */
export const ChangePassword = z.object({ password: GivenPassword, newPassword: NewPassword }).meta({ id: 'ChangePassword' })
export type ChangePassword = z.infer<typeof ChangePassword>

/** Answered with 202 whether the address has an account or not; a mail goes there. */
export const ChangeEmail = z.object({ email: EmailAddress }).meta({ id: 'ChangeEmail' })
export type ChangeEmail = z.infer<typeof ChangeEmail>

/** The link in the mail carries the token; the password proves that the mailbox is the person's. Sessions stay. */
export const ConfirmEmail = z.object({ token: Token, password: GivenPassword }).meta({ id: 'ConfirmEmail' })
export type ConfirmEmail = z.infer<typeof ConfirmEmail>

/** `organisationId` null: act for nobody but oneself. */
export const ChooseOrganisation = z.object({ organisationId: z.uuid().nullable() }).meta({ id: 'ChooseOrganisation' })
export type ChooseOrganisation = z.infer<typeof ChooseOrganisation>

export const SecondFactorState = z.object({ isEnabled: z.boolean(), recoveryCodesLeft: z.int() }).meta({ id: 'SecondFactorState' })
export type SecondFactorState = z.infer<typeof SecondFactorState>

export const StartSecondFactor = z.object({ password: GivenPassword }).meta({ id: 'StartSecondFactor' })
export type StartSecondFactor = z.infer<typeof StartSecondFactor>

/** Scan the picture or type the secret, then confirm with a code. Starting again replaces an unconfirmed secret. */
export const SecondFactorOffer = z
  .object({
    secret: z.string().describe('Base32'),
    uri: z.string().describe('otpauth://'),
    qrSvg: z.string().describe('The URI as an SVG document'),
  })
  .meta({ id: 'SecondFactorOffer' })
export type SecondFactorOffer = z.infer<typeof SecondFactorOffer>

const TotpCode = z.string().regex(/^\d{6}$/)

export const ConfirmSecondFactor = z.object({ code: TotpCode }).meta({ id: 'ConfirmSecondFactor' })
export type ConfirmSecondFactor = z.infer<typeof ConfirmSecondFactor>

/** Each code signs in once. Shown once. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>

/** To disable the second factor or to make new recovery codes: the password and a code (TOTP or recovery). */
export const ProveSecondFactor = z
  .object({ password: GivenPassword, code: z.string().trim().min(6).max(30) })
  .meta({ id: 'ProveSecondFactor' })
export type ProveSecondFactor = z.infer<typeof ProveSecondFactor>

export const OwnSession = z
  .object({
    id: z.uuid(),
    isCurrent: z.boolean(),
    address: z.string(),
    userAgent: z.string(),
    createdAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime().describe('Exact to the hour'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'OwnSession' })
export type OwnSession = z.infer<typeof OwnSession>
export const OwnSessionList = z.object({ items: z.array(OwnSession) }).meta({ id: 'OwnSessionList' })

/** The key acts for its maker in the active organisation, limited to `scopes` (access keys); never more than the maker's own roles. */
export const CreateApiKey = z
  .object({
    name: z.string().trim().min(1).max(80),
    scopes: z.array(z.string().max(100)).min(1).max(200),
    expiresInDays: z.int().min(1).max(366),
  })
  .meta({ id: 'CreateApiKey' })
export type CreateApiKey = z.infer<typeof CreateApiKey>

export const ApiKey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    hint: z.string().describe('First characters of the secret'),
    organisation: OrganisationSummary,
    scopes: z.array(z.string()),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable().describe('Exact to the hour'),
    state: z.enum(['active', 'expired', 'revoked']),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.infer<typeof ApiKey>
export const ApiKeyList = z.object({ items: z.array(ApiKey), grantableScopes: z.array(z.string()) }).meta({ id: 'ApiKeyList' })

/** `secret` is shown this once; send it as `Authorization: Bearer <secret>`. */
export const NewApiKey = z.object({ ...ApiKey.shape, secret: z.string() }).meta({ id: 'NewApiKey' })
export type NewApiKey = z.infer<typeof NewApiKey>
