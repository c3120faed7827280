import type { Fen } from '@jiju/kernel/money'

/** One step of a chain: a person or whoever holds a role, up to a sum; without one it covers everything. */
export type ApprovalStep = { readonly personId: string | null; readonly role: string | null; readonly upToFen: Fen | null }

type Member = { readonly personId: string; readonly roles: readonly string[] }

/** What holds for an enterprise that has named nobody: its owners approve. */
const OWNERS_APPROVE: readonly ApprovalStep[] = [{ personId: null, role: 'enterprise:owner', upToFen: null }]

/** True when the member is one of those whom the step names. */
export function decides(step: Pick<ApprovalStep, 'personId' | 'role'>, member: Member): boolean {
  return step.personId === member.personId || (step.role !== null && member.roles.includes(step.role))
}

/**
 * The steps that an order needs, in order: up to the first whose sum covers it. Steps at which nobody but the orderer could decide are left out;
 * undefined when no other covers the order, so that nobody ever approves the own.
 */
export function chainFor(
  steps: readonly ApprovalStep[],
  { members, ordererId, totalFen }: { readonly members: readonly Member[]; readonly ordererId: string; readonly totalFen: Fen },
): readonly ApprovalStep[] | undefined {
  const chain: ApprovalStep[] = []
  for (const step of steps.length > 0 ? steps : OWNERS_APPROVE) {
    if (!members.some((member) => member.personId !== ordererId && decides(step, member))) continue
    chain.push(step)
    if (step.upToFen === null || totalFen <= step.upToFen) return chain
  }
  return undefined
}
