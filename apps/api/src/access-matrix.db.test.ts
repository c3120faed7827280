import { newId } from '@jiju/kernel/ids'
import { ACCESS, type AccessRule, type OrganisationKind, ROLES_BY_KIND, type Role } from '@jiju/people/core/access'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './test-app.ts'
import { type Components, type Schema, sampleBody } from './test-bodies.ts'
import { signUpAs } from './test-people.ts'

type Person = { readonly name: string; readonly cookie?: string; readonly role?: Role; readonly isVerified: boolean }
type Operation = {
  requestBody?: { content: Record<string, { schema: Schema }> }
  parameters?: { in: string; name: string; required?: boolean; schema: Schema }[]
}
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Components } }

let testApp: TestApp
let document: Document
const persons: Person[] = []

beforeAll(async () => {
  testApp = await createTestApp()
  document = (testApp.app as unknown as { swagger: () => Document }).swagger()
  persons.push({ name: 'nobody', isVerified: false })
  for (const kind of Object.keys(ROLES_BY_KIND) as OrganisationKind[]) {
    for (const role of ROLES_BY_KIND[kind]) {
      const { cookie } = await signUpAs(testApp, { kind, roles: [`${kind}:${role}`] })
      persons.push({ name: `${kind}:${role}`, cookie, role: `${kind}:${role}` as Role, isVerified: true })
    }
  }
  const { cookie } = await signUpAs(testApp, { kind: 'enterprise', roles: ['enterprise:owner'], status: 'pending' })
  persons.push({ name: 'owner of an enterprise that is not verified', cookie, role: 'enterprise:owner', isVerified: false })
}, 120_000)
afterAll(() => testApp.close())

/** What the table says, read again here in the plainest way. An organisation that is not verified may only keep itself in order. */
function mayEnter(access: string, person: Person): boolean {
  const rule: AccessRule = ACCESS[access as keyof typeof ACCESS]
  if (rule === 'anyone') return true
  if (rule === 'signed_in') return person.cookie !== undefined
  if (person.role === undefined || !(person.isVerified || access.startsWith('people.'))) return false
  return rule === 'member' || rule.includes(person.role)
}

/** The codes by which the door itself refuses; every other answer comes from inside. */
const REFUSALS = ['people.not_signed_in', 'people.no_organisation', 'people.organisation_not_verified', 'people.access_denied']

function requestFor(route: { method: string; url: string }) {
  const swaggerPath = route.url.replaceAll(/:(\w+)/g, '{$1}')
  const operation = document.paths[swaggerPath]?.[route.method.toLowerCase()]
  if (!operation) throw new Error(`${route.method} ${route.url} is not in the OpenAPI document`)
  const body = operation.requestBody?.content['application/json']?.schema
  const query = (operation.parameters ?? [])
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map((parameter) => [parameter.name, String(sampleBody(parameter.schema, document.components.schemas))])
  return {
    method: route.method as 'GET',
    url: `${route.url.replaceAll(/:\w*[tT]oken/g, 'x'.repeat(43)).replaceAll(/:\w+/g, newId())}?${new URLSearchParams(query)}`,
    ...(body && { payload: sampleBody(body, document.components.schemas) as object }),
    headers: { 'if-match': '"1"' },
  }
}

describe('endpoint × role', () => {
  test('every route names a key of the table, and every key is named by a route', () => {
    const named = new Set(testApp.app.routeList.map((route) => route.access))
    expect([...named].filter((key) => !(key in ACCESS))).toEqual([])
    expect(Object.keys(ACCESS).filter((key) => !named.has(key))).toEqual([])
  })

  test('every route lets in exactly whom the table names', async () => {
    const wrong: string[] = []
    let asked = 0
    for (const route of testApp.app.routeList) {
      for (const person of persons) {
        // Signing out ends the session that the rest of the test needs.
        if (route.url.endsWith('/sign-out') || (route.method === 'DELETE' && route.url.endsWith('/me/sessions'))) continue
        const answer = await testApp.inject({ ...requestFor(route), ...(person.cookie && { cookie: person.cookie }) })
        asked += 1
        const code = answer.headers['content-type']?.toString().startsWith('application/problem+json')
          ? (answer.json() as { code: string }).code
          : undefined
        const isIn = !(code && REFUSALS.includes(code))
        if (isIn !== mayEnter(route.access, person) || answer.statusCode >= 500)
          wrong.push(`${route.method} ${route.url} as ${person.name}: ${answer.statusCode} ${code ?? ''}`)
      }
    }
    console.log(`${testApp.app.routeList.length} routes × ${persons.length} persons = ${asked} requests`)
    expect(wrong).toEqual([])
  }, 300_000)
})
