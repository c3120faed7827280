import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bulkLoadPeople, hashPassword } from './bulk-load.ts'
import { createAdministrator } from './create-administrator.ts'
import { createPeopleApp, uscc } from './test-people.ts'

let people: Awaited<ReturnType<typeof createPeopleApp>>
beforeAll(async () => {
  people = await createPeopleApp()
})
afterAll(() => people.close())

test('the first administrator brings the operator organisation, the second joins it', async () => {
  const db = people.db as never
  const first = await createAdministrator(db, { email: 'Root@Example.com', name: '管理员', password: 'ein-langes-Wort-7' })
  const second = await createAdministrator(db, { email: 'second@example.com', name: '管理员二', password: 'ein-langes-Wort-7' })
  expect(second.organisationId).toBe(first.organisationId)
  await expect(createAdministrator(db, { email: 'root@example.com', name: 'X', password: 'ein-langes-Wort-7' })).rejects.toThrow(
    'people.email_taken',
  )
  await expect(createAdministrator(db, { email: 'third@example.com', name: 'X', password: 'short' })).rejects.toThrow(
    'people.password_too_short',
  )
  await expect(createAdministrator(db, { email: 'third@example.com', name: 'X', password: 'password123' })).rejects.toThrow(
    'people.password_too_common',
  )
  const own = people.browser()
  expect((await own.post('/sign-in', { email: 'root@example.com', password: 'ein-langes-Wort-7' })).body.status).toBe('signed_in')
  const me = (await own.get('/me')).body
  expect(me.roles).toEqual(['operator:administrator'])
  expect(me.access).toContain('people.person.list')
})

test('many persons with one hash sign in with one password', async () => {
  const passwordHash = await hashPassword('jiju-demo-2026', { ln: 10, r: 8, p: 1 })
  const persons = Array.from({ length: 2500 }, (_, n) => ({
    id: newId(),
    email: `p${n}@demo.example`,
    name: `人${n}`,
    language: 'zh' as const,
    passwordHash,
  }))
  const organisation = {
    id: newId(),
    kind: 'provider' as const,
    name: '演示机构',
    shortName: '演示',
    uscc: uscc(),
    status: 'verified' as const,
    createdBy: null,
  }
  const memberships = persons.map((person) => ({ personId: person.id, organisationId: organisation.id, roles: ['provider:lab_staff'] }))
  await bulkLoadPeople(people.db as never, { persons, organisations: [organisation], memberships, now: people.clock.now })
  const own = people.browser()
  expect((await own.post('/sign-in', { email: 'p2499@demo.example', password: 'jiju-demo-2026' })).body.status).toBe('signed_in')
  expect((await own.get('/me')).body).toMatchObject({ roles: ['provider:lab_staff'], activeOrganisationId: organisation.id })
  const ids = new Set<string>()
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: { items: { personId: string }[]; nextCursor: string | null } = (
      await own.get(`/organisations/${organisation.id}/members?limit=200${cursor && `&cursor=${cursor}`}`)
    ).body
    for (const item of page.items) ids.add(item.personId)
    cursor = page.nextCursor
  }
  expect(ids.size).toBe(2500)
})
