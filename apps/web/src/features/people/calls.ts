import type { Consent, GrantConsent, ProfileFacts } from '@jiju/people/contract/consents'
import type {
  ApiKey,
  CreateApiKey,
  NewApiKey,
  OwnSession,
  RecoveryCodes,
  SecondFactorOffer,
  SecondFactorState,
} from '@jiju/people/contract/me'
import type { InvitationPreview } from '@jiju/people/contract/members'
import type { Organisation, OrganisationPage, RegisterOrganisation } from '@jiju/people/contract/organisations'
import type { SecondFactorSignIn, SignIn, SignInResult, SignUp, SignUpResult, VerifyEmail } from '@jiju/people/contract/sign-in'
import { answer, answerWithVersion, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Versioned = { 'If-Match': string }

export const ifMatch = (version: number): Versioned => ({ 'If-Match': `"${version}"` })

// ---------------------------------------------------------------- signing in

export type SecondFactorChallenge = Extract<SignInResult, { status: 'second_factor_required' }>

export async function signIn(body: SignIn): Promise<SignInResult> {
  return await answer(api.POST('/api/v1/people/sign-in', { body }))
}

export async function finishSignIn(body: SecondFactorSignIn): Promise<void> {
  await answer(api.POST('/api/v1/people/sign-in/second-factor', { body }))
}

export async function signUp(body: SignUp, headers: Attempt): Promise<SignUpResult> {
  return await answer(api.POST('/api/v1/people/sign-up', { body, headers }))
}

export async function verifyEmail(body: VerifyEmail): Promise<void> {
  await answer(api.POST('/api/v1/people/verify-email', { body }))
}

export async function requestPasswordReset(body: { email: string }): Promise<void> {
  await answer(api.POST('/api/v1/people/password-reset/request', { body }))
}

export async function resetPassword(body: { token: string; password: string }): Promise<void> {
  await answer(api.POST('/api/v1/people/password-reset', { body }))
}

// ---------------------------------------------------------------- one's own account

export async function editMe(body: { name?: string; language?: 'zh' | 'en' }, version: number): Promise<void> {
  await answer(api.PATCH('/api/v1/people/me', { body, headers: ifMatch(version) }))
}

export async function changePassword(body: { password: string; newPassword: string }, headers: Attempt): Promise<void> {
  await answer(api.POST('/api/v1/people/me/password', { body, headers }))
}

export async function readSecondFactor(): Promise<SecondFactorState> {
  return await answer(api.GET('/api/v1/people/me/second-factor'))
}

export async function startSecondFactor(body: { password: string }): Promise<SecondFactorOffer> {
  return await answer(api.POST('/api/v1/people/me/second-factor', { body }))
}

export async function confirmSecondFactor(body: { code: string }): Promise<RecoveryCodes> {
  return await answer(api.POST('/api/v1/people/me/second-factor/confirm', { body }))
}

export async function disableSecondFactor(body: { password: string; code: string }): Promise<void> {
  await answer(api.POST('/api/v1/people/me/second-factor/disable', { body }))
}

export async function renewRecoveryCodes(body: { password: string; code: string }): Promise<RecoveryCodes> {
  return await answer(api.POST('/api/v1/people/me/second-factor/recovery-codes', { body }))
}

export async function listSessions(): Promise<{ items: OwnSession[] }> {
  return await answer(api.GET('/api/v1/people/me/sessions'))
}

export async function revokeSession(id: string): Promise<void> {
  await answer(api.DELETE('/api/v1/people/me/sessions/{id}', { params: { path: { id } } }))
}

export async function revokeOtherSessions(): Promise<void> {
  await answer(api.DELETE('/api/v1/people/me/sessions'))
}

export async function listApiKeys(): Promise<{ items: ApiKey[]; grantableScopes: string[] }> {
  return await answer(api.GET('/api/v1/people/me/api-keys'))
}

export async function createApiKey(body: CreateApiKey, headers: Attempt): Promise<NewApiKey> {
  return await answer(api.POST('/api/v1/people/me/api-keys', { body, headers }))
}

export async function revokeApiKey(id: string): Promise<void> {
  await answer(api.DELETE('/api/v1/people/me/api-keys/{id}', { params: { path: { id } } }))
}

// ---------------------------------------------------------------- organisations

export async function searchOrganisations(q: string, signal: AbortSignal): Promise<OrganisationPage> {
  return await answer(api.GET('/api/v1/people/organisations/search', { params: { query: { q, limit: 20 } }, signal }))
}

export async function registerOrganisation(body: RegisterOrganisation, headers: Attempt): Promise<Organisation> {
  return await answer(api.POST('/api/v1/people/organisations', { body, headers }))
}

export async function readOrganisation(id: string): Promise<Organisation> {
  return await answer(api.GET('/api/v1/people/organisations/{id}', { params: { path: { id } } }))
}

export async function previewInvitation(token: string): Promise<InvitationPreview> {
  return await answer(api.GET('/api/v1/people/invitations/{token}', { params: { path: { token } } }))
}

export async function acceptInvitation(token: string, headers: Attempt): Promise<void> {
  await answer(api.POST('/api/v1/people/invitations/{token}/accept', { params: { path: { token } }, headers }))
}

// ---------------------------------------------------------------- consents

export async function grantConsent(body: GrantConsent, headers: Attempt): Promise<Consent> {
  return await answer(api.POST('/api/v1/people/consents', { body, headers }))
}

export async function readProfileFacts(id: string, purpose?: string): Promise<ProfileFacts> {
  return await answer(api.GET('/api/v1/people/organisations/{id}/facts', { params: { path: { id }, query: purpose ? { purpose } : {} } }))
}

export { answerWithVersion }
