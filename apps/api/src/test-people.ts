import { newId } from '@jiju/kernel/ids'
import { completeUscc } from '@jiju/kernel/uscc'
import { bulkLoadPeople, hashPassword } from '@jiju/people/server/bulk-load'
import { hashToken, newToken } from '@jiju/people/server/secrets'
import { insertSession } from '@jiju/people/server/sql/sessions'
import type { OrganisationKind } from '@jiju/platform/http/actor'
import type { TestApp } from './test-app.ts'

export type SignedUp = { readonly cookie: string; readonly userId: string; readonly organisationId: string }

// Processes that share a database number their people apart.
let counter = (process.pid % 9_000) * 1_000
/** Of the password that every test person has. */
let passwordHash: Promise<string> | undefined
const TEST_PASSWORD = 'gelassen-42-Forelle'

/** A person with a session in an organisation of its own (or in `organisationId`), without the way there: no mail, no password. */
export async function signUpAs(
  { db, app }: TestApp,
  wanted: { kind: OrganisationKind; roles: readonly string[]; status?: 'verified' | 'pending'; organisationId?: string; district?: string },
): Promise<SignedUp> {
  counter += 1
  passwordHash ??= hashPassword(TEST_PASSWORD)
  const now = app.now()
  const userId = newId()
  const organisationId = wanted.organisationId ?? newId()
  const organisation = {
    id: organisationId,
    kind: wanted.kind,
    name: `测试单位 ${counter}`,
    shortName: `单位 ${counter}`,
    uscc: completeUscc(`91310199${String(10_000_000 + counter).slice(0, 8)}`),
    status: wanted.status ?? 'verified',
    createdBy: null,
    district: wanted.district ?? '临江区',
  }
  await bulkLoadPeople(db, {
    persons: [
      {
        id: userId,
        email: `person-${counter}-${userId.slice(-6)}@test.example`,
        name: `测试 ${counter}`,
        language: 'zh',
        passwordHash: await passwordHash,
      },
    ],
    organisations: wanted.organisationId ? [] : [organisation],
    memberships: [{ personId: userId, organisationId, roles: [...wanted.roles] }],
    now,
  })
  const token = newToken()
  const expiresAt = new Date(now.getTime() + 86_400_000)
  await insertSession(db, {
    id: newId(),
    tokenHash: hashToken(token),
    personId: userId,
    activeOrganisationId: organisationId,
    now,
    expiresAt,
    address: '192.0.2.1',
    userAgent: 'test',
  })
  return { cookie: `jiju_session=${token}`, userId, organisationId }
}
