import { ACCESS, type AccessRule, type OrganisationKind, ROLES_BY_KIND } from '@jiju/people/core/access'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './test-app.ts'
import { type Components, nastyParameter, nearBody, type Schema } from './test-bodies.ts'
import { signUpAs } from './test-people.ts'

const REQUESTS = 10_000

type Operation = { requestBody?: { content: Record<string, { schema: Schema }> }; parameters?: { in: string; name: string }[] }
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Components } }

let testApp: TestApp
let document: Document
/** One person per kind of organisation who holds every role of it, so that requests come as far in as they can. */
const cookies = new Map<string, string>()

beforeAll(async () => {
  testApp = await createTestApp()
  document = (testApp.app as unknown as { swagger: () => Document }).swagger()
  for (const kind of Object.keys(ROLES_BY_KIND) as OrganisationKind[]) {
    const { cookie } = await signUpAs(testApp, { kind, roles: ROLES_BY_KIND[kind].map((role) => `${kind}:${role}`) })
    cookies.set(kind, cookie)
  }
}, 240_000)
afterAll(() => testApp.close())

type Attempt = { readonly method: string; readonly url: string; readonly cookie: string; readonly payload?: string }

/** Somebody whom the table lets in; where anybody may, an enterprise. */
function cookieFor(method: string, path: string): string {
  const route = testApp.app.routeList.find(
    (candidate) => candidate.method === method && candidate.url.replaceAll(/:(\w+)/g, '{$1}') === path,
  )
  const rule: AccessRule | undefined = ACCESS[route?.access as keyof typeof ACCESS]
  const kind = Array.isArray(rule) ? String(rule[0]).split(':')[0] : 'enterprise'
  return cookies.get(kind ?? '') ?? ''
}

/** Any operation of the document with a body and parameters near to what it asks for, or far from it. */
function attempts(): fc.Arbitrary<Attempt> {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
      const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name)
      const schema = operation.requestBody?.content['application/json']?.schema
      return fc
        .record({
          path: fc.tuple(...names.map(() => nastyParameter)),
          query: fc.record(Object.fromEntries(query.map((name) => [name, nastyParameter])), { requiredKeys: [] }),
          body: schema ? nearBody(schema, document.components.schemas) : fc.constant(undefined),
        })
        .map((values): Attempt => {
          const filled = names.reduce((url, name, index) => url.replace(`{${name}}`, values.path[index] || 'x'), path)
          const search = Object.entries(values.query)
            .map(([name, value]) => `${name}=${value}`)
            .join('&')
          return {
            method: method.toUpperCase(),
            cookie: cookieFor(method.toUpperCase(), path),
            url: search ? `${filled}?${search}` : filled,
            ...(values.body !== undefined && { payload: JSON.stringify(values.body) }),
          }
        })
    }),
  )
  return fc.oneof(...operations)
}

test(`${REQUESTS} bad requests: each is answered, none by a failure of ours, and every refusal says why`, async () => {
  const statuses: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(attempts(), async ({ method, url, cookie, payload }) => {
      // The one who signs out, or throws the others out, could not go on.
      if (url.includes('/sign-out') || (method === 'DELETE' && url.includes('/me/sessions'))) return
      const answer = await testApp.inject({
        method: method as 'POST',
        url,
        cookie,
        headers: { 'if-match': '"1"', ...(payload !== undefined && { 'content-type': 'application/json' }) },
        ...(payload !== undefined && { payload }),
      })
      const shape = `${method} ${url} ${payload?.slice(0, 300) ?? ''} → ${answer.statusCode} ${answer.body.slice(0, 300)}`
      expect(answer.statusCode, shape).toBeLessThan(500)
      if (answer.statusCode >= 400) expect((answer.json() as { problems: unknown[] }).problems.length, shape).toBeGreaterThan(0)
      statuses[answer.statusCode] = (statuses[answer.statusCode] ?? 0) + 1
    }),
    { numRuns: REQUESTS },
  )
  console.log('answers by status:', JSON.stringify(statuses))
  expect(statuses[400]).toBeGreaterThan(REQUESTS / 10)
}, 600_000)
