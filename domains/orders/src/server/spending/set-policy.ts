import { formatFen, parseFen } from '@jiju/kernel/money'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { type SetSpendingPolicy, SPENDING_ROLES, type SpendingPolicy } from '../../contract/spending.ts'
import type { OrdersTables } from '../needs.ts'
import { listLimits } from '../sql/spending/limits.ts'
import { bumpPolicy, findSpendingPolicy, listApprovalSteps, listMembers, type MemberRow, replaceRules } from '../sql/spending/policy.ts'

type Setting = { readonly organisationId: string; readonly userId: string; readonly version: number }

const fenOf = (sum: string | null) => (sum === null ? null : (parseFen(sum) ?? null))
const yuanOf = (sum: bigint | null) => (sum === null ? null : formatFen(sum))

/** Sets all limits and steps of an enterprise at once. They hold for orders from now on; what waits keeps the steps that it was submitted with. */
export async function setSpendingPolicy(tx: Db<OrdersTables>, command: Command, body: SetSpendingPolicy, setting: Setting): Promise<void> {
  const known = new Set((await listMembers(tx, setting.organisationId)).map(({ personId }) => personId))
  const problems = (['limits', 'steps'] as const).flatMap((part) =>
    body[part].flatMap(({ personId }, index): Problem[] =>
      personId === null || known.has(personId)
        ? []
        : [{ code: 'orders.not_a_member', kind: 'refused', field: `/${part}/${index}/personId` }],
    ),
  )
  if (problems.length > 0) throw new Refusal(...problems)
  if (!(await bumpPolicy(tx, { ...setting, now: command.now }))) throw new Refusal(VERSION_STALE)
  await replaceRules(tx, setting.organisationId, {
    limits: body.limits.map((limit) => ({ ...limit, orderFen: fenOf(limit.order), monthFen: fenOf(limit.month) })),
    steps: body.steps.map((step) => ({ ...step, upToFen: fenOf(step.upTo) })),
  })
  await command.audit({
    action: 'orders.spending.set',
    subjectType: 'organisation',
    subjectId: setting.organisationId,
    detail: { limits: body.limits, steps: body.steps },
  })
}

export async function readSpendingPolicy(db: Db<OrdersTables>, organisationId: string): Promise<SpendingPolicy> {
  const policy = await findSpendingPolicy(db, organisationId)
  const members = await listMembers(db, organisationId)
  const names = new Map(members.map(({ personId, name }) => [personId, name]))
  const named = ({ personId, role }: { personId: string | null; role: string | null }) => ({
    personId,
    role: roleOf(role),
    personName: personId && (names.get(personId) ?? null),
  })
  return {
    limits: (await listLimits(db, organisationId)).map((limit) => ({
      ...named(limit),
      order: yuanOf(limit.orderFen),
      month: yuanOf(limit.monthFen),
    })),
    steps: (await listApprovalSteps(db, organisationId)).map((step) => ({ ...named(step), upTo: yuanOf(step.upToFen) })),
    people: members.map(({ personId, name, roles }: MemberRow) => ({ id: personId, name, roles: [...roles] })),
    version: policy?.version ?? 0,
    updatedAt: policy?.updated_at.toISOString() ?? null,
    updatedByName: policy?.updated_by_name ?? null,
  }
}

export function roleOf(role: string | null): (typeof SPENDING_ROLES)[number] | null {
  return SPENDING_ROLES.find((one) => one === role) ?? null
}
