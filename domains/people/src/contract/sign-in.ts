import { z } from 'zod'
import { EmailAddress, GivenPassword, Language, NewPassword, PersonName, Token } from './common.ts'

/** With `invitationToken` from a mail the address is proved already: the answer is `signed_in`, as a member. Without it a mail is sent. */
export const SignUp = z
  .object({
    email: EmailAddress,
    name: PersonName,
    password: NewPassword,
    language: Language.default('zh'),
    invitationToken: Token.exactOptional(),
  })
  .meta({ id: 'SignUp' })
export type SignUp = z.infer<typeof SignUp>

/** `mail_sent` is answered whether the address is known or not; what to do next stands in the mail. */
export const SignUpResult = z.object({ status: z.enum(['mail_sent', 'signed_in']) }).meta({ id: 'SignUpResult' })
export type SignUpResult = z.infer<typeof SignUpResult>

/** The link in the mail carries the token; the password chosen at sign-up proves that the same person follows it. Signs in. */
export const VerifyEmail = z.object({ token: Token, password: GivenPassword }).meta({ id: 'VerifyEmail' })
export type VerifyEmail = z.infer<typeof VerifyEmail>

export const SignIn = z.object({ email: EmailAddress, password: GivenPassword }).meta({ id: 'SignIn' })
export type SignIn = z.infer<typeof SignIn>

export const SECOND_FACTOR_METHODS = ['totp', 'recovery_code', 'email_code'] as const

/**
 * `signed_in`: the session cookie is set. `second_factor_required`: send `challenge` with a code to `/sign-in/second-factor` within ten minutes.
 * `email_code` is asked of a new device while an account is under attack; the code has just been mailed.
 */
export const SignInResult = z
  .discriminatedUnion('status', [
    z.object({ status: z.literal('signed_in') }),
    z.object({ status: z.literal('second_factor_required'), challenge: Token, methods: z.array(z.enum(SECOND_FACTOR_METHODS)) }),
  ])
  .meta({ id: 'SignInResult' })
export type SignInResult = z.infer<typeof SignInResult>

/** `totp` and `email_code`: six digits. `recovery_code`: sixteen characters in groups of four, case and dashes do not matter. */
export const SecondFactorSignIn = z
  .object({ challenge: Token, method: z.enum(SECOND_FACTOR_METHODS), code: z.string().trim().min(6).max(30) })
  .meta({ id: 'SecondFactorSignIn' })
export type SecondFactorSignIn = z.infer<typeof SecondFactorSignIn>

export const SignedIn = z.object({ status: z.literal('signed_in') }).meta({ id: 'SignedIn' })
export type SignedIn = z.infer<typeof SignedIn>

/** Answered with 202 whether the address is known or not. */
export const RequestPasswordReset = z.object({ email: EmailAddress }).meta({ id: 'RequestPasswordReset' })
export type RequestPasswordReset = z.infer<typeof RequestPasswordReset>

/** Ends every session of the person; sign in afterwards. */
export const ResetPassword = z.object({ token: Token, password: NewPassword }).meta({ id: 'ResetPassword' })
export type ResetPassword = z.infer<typeof ResetPassword>
