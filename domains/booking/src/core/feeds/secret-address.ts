/** What a secret address opens: a calendar for programs, or the screen at a lab's door. */
export const ADDRESS_PURPOSES = ['feed', 'door'] as const
export type AddressPurpose = (typeof ADDRESS_PURPOSES)[number]

/** What it is about: a person's own bookings, one resource, all at a site, all of a provider. */
export const ADDRESS_SUBJECTS = ['person', 'resource', 'site', 'provider'] as const
export type AddressSubject = (typeof ADDRESS_SUBJECTS)[number]

/** `full`: everything that the holder sees when signed in. `organisation`: short names of organisations. `busy`: taken or free. */
export const ADDRESS_DETAILS = ['full', 'organisation', 'busy'] as const
export type AddressDetail = (typeof ADDRESS_DETAILS)[number]
