import { newId } from '@jiju/kernel/ids'
import { ACCESS, type AccessRule, type OrganisationKind, ROLES_BY_KIND } from '@jiju/people/core/access'
import { OPEN_WITHOUT_SECOND_FACTOR, SECOND_FACTOR_ROLES } from '@jiju/people/core/second-factor-rules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './test-app.ts'
import { signUpAs } from './test-people.ts'

type Person = { readonly name: string; readonly cookie: string; readonly isAsked: boolean; readonly hasIt: boolean }

let testApp: TestApp
const persons: Person[] = []

beforeAll(async () => {
  testApp = await createTestApp({ secondFactorByRole: true })
  const always: readonly string[] = SECOND_FACTOR_ROLES
  for (const kind of Object.keys(ROLES_BY_KIND) as OrganisationKind[])
    for (const role of ROLES_BY_KIND[kind].map((name) => `${kind}:${name}`))
      for (const asks of [false, true])
        for (const hasIt of [false, true]) {
          const { cookie, userId, organisationId } = await signUpAs(testApp, { kind, roles: [role] })
          if (asks)
            await testApp.db
              .updateTable('people.organisation')
              .set({ second_factor_roles: [role] })
              .where('id', '=', organisationId)
              .execute()
          if (hasIt)
            await testApp.db
              .insertInto('people.second_factor')
              .values({ person_id: userId, secret_sealed: Buffer.alloc(48), confirmed_at: new Date(), created_at: new Date() })
              .execute()
          const name = `${role}${asks ? ', asked by the organisation' : ''}${hasIt ? ', with' : ', without'}`
          persons.push({ name, cookie, isAsked: asks || always.includes(role), hasIt })
        }
}, 120_000)
afterAll(() => testApp.close())

test('every route is closed to whoever lacks the second factor that is asked of them, but what anyone may do and setting it up', async () => {
  const wrong: string[] = []
  let asked = 0
  for (const route of testApp.app.routeList) {
    const rule: AccessRule = ACCESS[route.access as keyof typeof ACCESS]
    const isOpen = rule === 'anyone' || (OPEN_WITHOUT_SECOND_FACTOR as readonly string[]).includes(route.access)
    if (route.url.endsWith('/sign-out')) continue
    await Promise.all(
      persons.map(async ({ name, cookie, isAsked, hasIt }) => {
        const isClosed = isAsked && !hasIt && !isOpen
        // What is open is asked with nothing that could be acted on: only the door matters here.
        const url = route.url.replaceAll(/:\w*[tT]oken/g, 'x'.repeat(43)).replaceAll(/:\w+/g, newId())
        const answer = await testApp.inject({ method: (isClosed ? route.method : 'GET') as 'GET', url, cookie })
        asked += 1
        const code = answer.headers['content-type']?.toString().startsWith('application/problem+json') ? answer.json().code : undefined
        if ((code === 'people.second_factor_required') !== isClosed || answer.statusCode >= 500)
          wrong.push(`${route.method} ${route.url} as ${name}: ${answer.statusCode} ${code ?? ''}`)
      }),
    )
  }
  console.log(`${testApp.app.routeList.length} routes × ${persons.length} persons = ${asked} requests`)
  expect(wrong).toEqual([])
}, 900_000)

test('what is open to anyone shows such a person no more than a stranger', async () => {
  const lacking = persons.find(({ name }) => name === 'provider:lab_manager, asked by the organisation, without')
  const me = (await testApp.inject({ method: 'GET', url: '/api/v1/people/me', cookie: lacking?.cookie ?? '' })).json()
  const stranger = (await testApp.inject({ method: 'GET', url: '/api/v1/people/me' })).json()
  expect(me).toMatchObject({ activeOrganisationId: null, roles: [], lacksSecondFactor: true })
  expect(me.access).toEqual(
    [...stranger.access, ...OPEN_WITHOUT_SECOND_FACTOR].sort((a, b) => Object.keys(ACCESS).indexOf(a) - Object.keys(ACCESS).indexOf(b)),
  )
})
