import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { AgreementRuleView, SetAgreementRule } from '../../contract/agreement-rules.ts'
import { DEFAULT_NEEDS_AGREEMENT, serviceNeedsAgreement } from '../../core/agreement/agreement-rule.ts'
import { isOrderable, ORDERABLE_KINDS } from '../../core/forms/orderable-kinds.ts'
import type { OrdersTables } from '../needs.ts'
import { SERVICE_MISSING } from '../problems.ts'
import { findAgreementRule, listOwnServices, writeAgreementRule } from '../sql/agreement/agreement-rules.ts'

export async function readAgreementRule(db: Db<OrdersTables>, providerId: string): Promise<AgreementRuleView> {
  const rule = await findAgreementRule(db, providerId)
  return {
    version: rule.version,
    kinds: ORDERABLE_KINDS.map((kind) => ({
      kind,
      isNeeded: rule.byKind[kind] ?? DEFAULT_NEEDS_AGREEMENT[kind],
      isDefault: rule.byKind[kind] === undefined,
    })),
    services: (await listOwnServices(db, providerId)).flatMap(({ id, name, kind }) =>
      isOrderable(kind)
        ? [{ id, name, kind, isNeeded: serviceNeedsAgreement(rule, { id, kind }), isOwn: rule.byService[id] !== undefined }]
        : [],
    ),
  }
}

/** Holds for orders to come; those that stand keep what they began with. Refuses with `orders.service_missing` for a service that is not the provider's. */
export async function setAgreementRule(
  tx: Db<OrdersTables>,
  command: Command,
  { providerId, by, version }: { readonly providerId: string; readonly by: string; readonly version: number },
  body: SetAgreementRule,
): Promise<AgreementRuleView> {
  const own = new Set((await listOwnServices(tx, providerId)).map(({ id }) => id))
  if (Object.keys(body.byService).some((id) => !own.has(id))) throw new Refusal(SERVICE_MISSING)
  if (!(await writeAgreementRule(tx, { ...body, providerId, version, by, now: command.now }))) throw new Refusal(VERSION_STALE)
  await command.audit({ action: 'orders.agreement_rule.set', subjectType: 'agreement_rule', subjectId: providerId, detail: { ...body } })
  return readAgreementRule(tx, providerId)
}
