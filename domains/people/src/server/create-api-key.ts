import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Command } from '@jiju/platform/http/command'
import type { CreateApiKey } from '../contract/me.ts'
import { grantableScopes } from '../core/access-rules.ts'
import type { PeopleActor } from './access-control.ts'
import { hashToken, newToken } from './secrets.ts'
import { countLiveApiKeys, insertApiKey } from './sql/api-keys.ts'
import type { PeopleDb } from './sql/database.ts'
import { lockPersons } from './sql/persons.ts'

const MAX_KEYS = 20
const DAY_MS = 86_400_000
const HINT_CHARACTERS = 9

/** Makes a key for the active organisation; the secret is returned this once and only its hash is kept. */
export async function createApiKey(
  tx: PeopleDb,
  command: Command,
  actor: PeopleActor,
  input: CreateApiKey,
): Promise<{ id: string; secret: string }> {
  if (!actor.organisationId) throw new Refusal({ code: 'people.no_organisation', kind: 'forbidden' })
  const grantable: readonly string[] = grantableScopes(actor)
  const problems: Problem[] = input.scopes.flatMap((scope, index) =>
    grantable.includes(scope) ? [] : [{ code: 'people.scope_not_allowed', kind: 'refused', field: `/scopes/${index}`, params: { scope } }],
  )
  await lockPersons(tx, [actor.userId])
  if ((await countLiveApiKeys(tx, actor.userId, actor.organisationId, command.now)) >= MAX_KEYS)
    problems.push({ code: 'people.api_key_limit', kind: 'refused', params: { max: MAX_KEYS } })
  if (problems.length > 0) throw new Refusal(...problems)

  const id = newId(command.now.getTime())
  const secret = `jiju_${newToken()}`
  await insertApiKey(tx, {
    id,
    personId: actor.userId,
    organisationId: actor.organisationId,
    name: input.name,
    hint: secret.slice(0, HINT_CHARACTERS),
    secretHash: hashToken(secret),
    scopes: [...new Set(input.scopes)],
    now: command.now,
    expiresAt: new Date(command.now.getTime() + input.expiresInDays * DAY_MS),
  })
  await command.audit({ action: 'people.api_key.create', subjectType: 'people.api_key', subjectId: id, detail: { scopes: input.scopes } })
  return { id, secret }
}
