import type { Me } from '@jiju/people/contract/me'
import type { AccessKey } from '@jiju/people/core/access'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api, newAttempt } from './api.ts'
import { changeLanguage, type Language } from './i18n.ts'

export type Organisation = Me['memberships'][number]['organisation']

/** Who is signed in and what they may do now. Signed out, `person` is null; the answer is never an error. */
export const meOptions = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me> => await answer(api.GET('/api/v1/people/me', {})),
  staleTime: 60_000,
  refetchOnWindowFocus: true,
})

/** Undefined until the session is known. */
export function useMe(): Me | undefined {
  return useQuery(meOptions).data
}

/** True when the role in the active organisation allows `key`; hides what would be refused, the server decides. */
export function useAccess(key: AccessKey): boolean {
  return useMe()?.access.includes(key) ?? false
}

export function activeOrganisation(me: Me | undefined): Organisation | null {
  return me?.memberships.find((membership) => membership.organisation.id === me.activeOrganisationId)?.organisation ?? null
}

/** Address of the workspace that belongs to the active organisation. */
export function workspacePath(me: Me | undefined): '/e' | '/p' | '/o' | '/b/points' | '/talent' | '/join' {
  switch (activeOrganisation(me)?.kind) {
    case 'enterprise':
      return '/e'
    case 'provider':
      return '/p'
    case 'operator':
      return '/o'
    case 'bank':
      return '/b/points'
    case 'government':
      return '/talent'
    default:
      return '/join'
  }
}

/** What signing in, signing out and switching have in common: nothing of the earlier reader stays in the cache. */
export function useForgetAnswers(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' })
    await client.refetchQueries({ queryKey: ['me'] })
  }
}

export function useSignOut(): () => Promise<void> {
  const forget = useForgetAnswers()
  return async () => {
    await answer(api.POST('/api/v1/people/sign-out', { headers: newAttempt() }))
    await forget()
  }
}

export function useChooseOrganisation(): (organisationId: string | null) => Promise<void> {
  const forget = useForgetAnswers()
  return async (organisationId) => {
    await answer(api.PUT('/api/v1/people/me/active-organisation', { body: { organisationId } }))
    await forget()
  }
}

/** Switches the screen at once; a signed-in person keeps the choice for mails and other browsers. */
export function useChangeLanguage(): (language: Language) => Promise<void> {
  const client = useQueryClient()
  return async (language) => {
    await changeLanguage(language)
    const person = client.getQueryData(meOptions.queryKey)?.person
    if (!person || person.language === language) return
    // The screen has changed already; a later sign-in asks again if this does not arrive.
    await answer(api.PATCH('/api/v1/people/me', { body: { language }, headers: { 'If-Match': `"${person.version}"` } })).catch(
      () => undefined,
    )
    await client.invalidateQueries({ queryKey: meOptions.queryKey })
  }
}
