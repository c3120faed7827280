import { z } from 'zod'
import { ADDRESS_DETAILS, ADDRESS_PURPOSES, ADDRESS_SUBJECTS } from '../core/feeds/secret-address.ts'

/** A secret address as its holder sees it later: what it opens and whether it is used, never the address itself. */
const SecretAddress = z
  .object({
    id: z.uuid(),
    purpose: z.enum(ADDRESS_PURPOSES),
    subject: z.enum(ADDRESS_SUBJECTS),
    subjectId: z.uuid(),
    detail: z.enum(ADDRESS_DETAILS),
    isShared: z.boolean().describe("Handed out by the provider; otherwise one person's"),
    name: z.string().describe('Of the resource, site or provider; empty for own bookings'),
    nameEn: z.string().nullable(),
    createdAt: z.iso.datetime(),
    lastReadAt: z.iso.datetime().nullable().describe('To the minute; null when nobody has read it yet'),
  })
  .meta({ id: 'SecretAddress' })
export type SecretAddress = z.infer<typeof SecretAddress>

/** The one answer that holds the address. */
export const OpenedAddress = z
  .object({
    id: z.uuid(),
    url: z.string().describe('Shown once; whoever has it reads without signing in'),
    qrSvg: z.string().describe('The same as a picture'),
  })
  .meta({ id: 'OpenedAddress' })
export type OpenedAddress = z.infer<typeof OpenedAddress>

export const OwnFeed = z
  .object({
    feed: SecretAddress.nullable(),
    wantsInvitations: z.boolean().describe('Mails about bookings carry an invitation that calendars take over'),
  })
  .meta({ id: 'OwnFeed' })
export type OwnFeed = z.infer<typeof OwnFeed>

export const ChooseInvitations = z.object({ isWanted: z.boolean() }).meta({ id: 'ChooseInvitations' })

export const SecretAddressList = z
  .object({
    items: z.array(SecretAddress),
    subjects: z
      .array(z.object({ subject: z.enum(['provider', 'site', 'resource']), id: z.uuid(), name: z.string(), nameEn: z.string().nullable() }))
      .describe('What an address can be opened for'),
  })
  .meta({ id: 'SecretAddressList' })
export type SecretAddressList = z.infer<typeof SecretAddressList>

const language = z.enum(['zh', 'en']).default('zh')

export const OpenOwnFeed = z.object({ language }).meta({ id: 'OpenOwnFeed' })

/** For a provider's resources: everything, for oneself. */
export const OpenStaffFeed = z
  .object({ subject: z.enum(['resource', 'site', 'provider']), subjectId: z.uuid(), language })
  .meta({ id: 'OpenStaffFeed' })

/** What the provider hands out: free and busy for calendars, or the plan of the day for a door. */
export const OpenSharedAddress = z
  .discriminatedUnion('purpose', [
    z.object({ purpose: z.literal('feed'), subject: z.enum(['resource', 'site', 'provider']), subjectId: z.uuid(), language }),
    z.object({
      purpose: z.literal('door'),
      subject: z.enum(['resource', 'site']),
      subjectId: z.uuid(),
      detail: z.enum(['organisation', 'busy']),
      language,
    }),
  ])
  .meta({ id: 'OpenSharedAddress' })
export type OpenSharedAddress = z.infer<typeof OpenSharedAddress>

export const AddressParams = z.object({ id: z.uuid() })

// Any text: what is no token is an unknown address, not a malformed request.
export const TokenParams = z.object({ token: z.string() })

export const FeedQuery = z.object({ lang: z.enum(['zh', 'en']).catch('zh').default('zh') })

const DoorBooking = z
  .object({
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    kind: z.enum(['customer', 'internal', 'outage']),
    state: z.enum(['pending', 'confirmed', 'in_use', 'completed']),
    organisation: z.string().nullable().describe('Short name, where the provider shows it'),
  })
  .meta({ id: 'DoorBooking' })

/** What hangs at the door of a lab: today's and tomorrow's plan, so that the screen is right past midnight without a network. */
export const DoorPlan = z
  .object({
    name: z.string(),
    nameEn: z.string().nullable(),
    siteName: z.string().nullable(),
    providerName: z.string(),
    zone: z.string(),
    at: z.iso.datetime().describe('When the server read it'),
    resources: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        nameEn: z.string().nullable(),
        capacity: z.int(),
        open: z.array(z.object({ start: z.iso.datetime(), end: z.iso.datetime() })),
        bookings: z.array(DoorBooking),
      }),
    ),
  })
  .meta({ id: 'DoorPlan' })
export type DoorPlan = z.infer<typeof DoorPlan>
