import type { Consent, EditProfileFacts, FactRead, GrantConsent, ProfileFacts } from '@jiju/people/contract/consents'
import type {
  ApiKey,
  CreateApiKey,
  NewApiKey,
  OwnSession,
  RecoveryCodes,
  SecondFactorOffer,
  SecondFactorState,
} from '@jiju/people/contract/me'
import type { Invitation, InvitationPreview, JoinRequest, Member } from '@jiju/people/contract/members'
import type {
  EditOrganisation,
  Organisation,
  OrganisationPage,
  RegisterOrganisation,
  SecondFactorPolicy,
} from '@jiju/people/contract/organisations'
import type { SecondFactorSignIn, SignIn, SignInResult, SignUp, SignUpResult, VerifyEmail } from '@jiju/people/contract/sign-in'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Versioned = { 'If-Match': string }

const ifMatch = (version: number): Versioned => ({ 'If-Match': `"${version}"` })

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

export async function changeEmail(body: { email: string }): Promise<void> {
  await answer(api.POST('/api/v1/people/me/email', { body }))
}

export async function confirmEmail(body: { token: string; password: string }): Promise<void> {
  await answer(api.POST('/api/v1/people/email-change', { body }))
}

export async function readSecondFactor(): Promise<SecondFactorState> {
  return await answer(api.GET('/api/v1/people/me/second-factor', {}))
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
  return await answer(api.GET('/api/v1/people/me/sessions', {}))
}

export async function revokeSession(id: string): Promise<void> {
  await answer(api.DELETE('/api/v1/people/me/sessions/{id}', { params: { path: { id } } }))
}

export async function revokeOtherSessions(): Promise<{ ended: number }> {
  return await answer(api.DELETE('/api/v1/people/me/sessions', {}))
}

export async function listApiKeys(): Promise<{ items: ApiKey[]; grantableScopes: string[] }> {
  return await answer(api.GET('/api/v1/people/me/api-keys', {}))
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

export async function readSecondFactorPolicy(id: string): Promise<SecondFactorPolicy> {
  return await answer(api.GET('/api/v1/people/organisations/{id}/second-factor-policy', { params: { path: { id } } }))
}

export async function editSecondFactorPolicy(
  { id, version, body }: { id: string; version: number; body: { roles: string[] } },
  headers: Attempt,
): Promise<SecondFactorPolicy> {
  return await answer(
    api.PUT('/api/v1/people/organisations/{id}/second-factor-policy', {
      params: { path: { id } },
      body,
      headers: { ...headers, ...ifMatch(version) },
    }),
  )
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

export async function readProfileFacts(id: string): Promise<ProfileFacts> {
  return await answer(api.GET('/api/v1/people/organisations/{id}/facts', { params: { path: { id } } }))
}

// ---------------------------------------------------------------- members

const inOrganisation = (id: string) => ({ path: { id } })

export async function listMembers(id: string, cursor: string | undefined): Promise<{ items: Member[]; nextCursor: string | null }> {
  return await answer(
    api.GET('/api/v1/people/organisations/{id}/members', {
      params: { ...inOrganisation(id), query: { limit: 100, ...(cursor ? { cursor } : {}) } },
    }),
  )
}

export async function listInvitations(id: string, cursor: string | undefined): Promise<{ items: Invitation[]; nextCursor: string | null }> {
  return await answer(
    api.GET('/api/v1/people/organisations/{id}/invitations', {
      params: { ...inOrganisation(id), query: { limit: 50, ...(cursor ? { cursor } : {}) } },
    }),
  )
}

export async function listJoinRequests(id: string, cursor?: string): Promise<{ items: JoinRequest[]; nextCursor: string | null }> {
  return await answer(
    api.GET('/api/v1/people/organisations/{id}/join-requests', {
      params: { ...inOrganisation(id), query: { limit: 50, ...(cursor ? { cursor } : {}) } },
    }),
  )
}

export async function changeRoles(
  { id, personId, version, roles }: { id: string; personId: string; version: number; roles: string[] },
  headers: Attempt,
): Promise<Member> {
  return await answer(
    api.PUT('/api/v1/people/organisations/{id}/members/{personId}/roles', {
      params: { path: { id, personId } },
      body: { roles },
      headers: { ...headers, ...ifMatch(version) },
    }),
  )
}

export async function removeMember({ id, personId }: { id: string; personId: string }): Promise<void> {
  await answer(api.DELETE('/api/v1/people/organisations/{id}/members/{personId}', { params: { path: { id, personId } } }))
}

export async function issueInvitation(
  { id, ...body }: { id: string; email: string; roles: string[] },
  headers: Attempt,
): Promise<Invitation> {
  return await answer(api.POST('/api/v1/people/organisations/{id}/invitations', { params: inOrganisation(id), body, headers }))
}

export async function revokeInvitation({ id, invitationId }: { id: string; invitationId: string }): Promise<void> {
  await answer(api.DELETE('/api/v1/people/organisations/{id}/invitations/{invitationId}', { params: { path: { id, invitationId } } }))
}

export async function approveJoinRequest(
  { id, requestId, roles }: { id: string; requestId: string; roles: string[] },
  headers: Attempt,
): Promise<JoinRequest> {
  return await answer(
    api.POST('/api/v1/people/organisations/{id}/join-requests/{requestId}/approve', {
      params: { path: { id, requestId } },
      body: { roles },
      headers,
    }),
  )
}

export async function rejectJoinRequest(
  { id, requestId, reason }: { id: string; requestId: string; reason: string },
  headers: Attempt,
): Promise<JoinRequest> {
  return await answer(
    api.POST('/api/v1/people/organisations/{id}/join-requests/{requestId}/reject', {
      params: { path: { id, requestId } },
      body: { reason },
      headers,
    }),
  )
}

export async function listConsents(
  direction: 'given' | 'received',
  cursor: string | undefined,
): Promise<{ items: Consent[]; nextCursor: string | null }> {
  return await answer(api.GET('/api/v1/people/consents', { params: { query: { direction, limit: 50, ...(cursor ? { cursor } : {}) } } }))
}

export async function revokeConsent({ id }: { id: string }, headers: Attempt): Promise<Consent> {
  return await answer(api.POST('/api/v1/people/consents/{id}/revoke', { params: { path: { id } }, headers }))
}

export async function listFactReads(cursor: string | undefined): Promise<{ items: FactRead[]; nextCursor: string | null }> {
  return await answer(api.GET('/api/v1/people/fact-reads', { params: { query: { limit: 50, ...(cursor ? { cursor } : {}) } } }))
}

export async function editOrganisation(
  { id, version, body }: { id: string; version: number; body: EditOrganisation },
  headers: Attempt,
): Promise<Organisation> {
  return await answer(
    api.PATCH('/api/v1/people/organisations/{id}', { params: { path: { id } }, body, headers: { ...headers, ...ifMatch(version) } }),
  )
}

export async function editProfileFacts(
  { id, version, body }: { id: string; version: number; body: EditProfileFacts },
  headers: Attempt,
): Promise<ProfileFacts> {
  return await answer(
    api.PATCH('/api/v1/people/organisations/{id}/facts', { params: { path: { id } }, body, headers: { ...headers, ...ifMatch(version) } }),
  )
}
