import { z } from 'zod'

/** An e-mail address; stored and compared in lower case. */
export const EmailAddress = z.email().max(254).toLowerCase()

/** A new password: length is what counts; the server also refuses well-known ones. */
export const NewPassword = z.string().min(10).max(200)

/** A password that is checked, whatever the rules were when it was chosen. */
export const GivenPassword = z.string().min(1).max(200)

export const PersonName = z.string().trim().min(1).max(80)

export const Language = z.enum(['zh', 'en'])

/** 256 random bits, base64url. */
export const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

export const IdParams = z.object({ id: z.uuid() })
