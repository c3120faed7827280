import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { isUscc } from '@jiju/kernel/uscc'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import type { ScoringTables } from '../needs.ts'
import { insertPaperConsent, revokePaperConsent } from '../sql/consents.ts'
import { type EnterpriseContent, type EnterpriseRow, insertEnterprise, updateEnterprise } from '../sql/enterprises.ts'
import { getEnterprise } from './read-enterprise.ts'

/** Adds an enterprise to the register. Refuses a credit code that breaks GB 32100, or that is registered. */
export async function registerEnterprise(
  tx: Db<ScoringTables>,
  command: Command,
  wanted: EnterpriseContent & { creditCode: string },
): Promise<EnterpriseRow> {
  const creditCode = wanted.creditCode.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const problems = foundedLater(wanted, command.now)
  if (!isUscc(creditCode))
    problems.push({ code: 'scoring.credit_code_wrong', kind: 'invalid', field: '/creditCode', params: { creditCode } })
  if (problems.length > 0) throw new Refusal(...problems)
  const id = newId(command.now.getTime())
  if (!(await insertEnterprise(tx, { ...wanted, id, creditCode, now: command.now }))) {
    const params = { creditCode, name: wanted.name }
    throw new Refusal({ code: 'scoring.enterprise_exists', kind: 'conflict', field: '/creditCode', params })
  }
  await command.audit({ action: 'scoring.enterprise.register', subjectType: 'scoring.enterprise', subjectId: id, detail: { creditCode } })
  return getEnterprise(tx, id)
}

function foundedLater({ foundedOn }: EnterpriseContent, now: Date): Problem[] {
  if (foundedOn === null || foundedOn <= localDayOf(now, SCORING_ZONE)) return []
  return [{ code: 'scoring.founded_later', kind: 'invalid', field: '/foundedOn', params: { day: foundedOn } }]
}

export async function editEnterprise(
  tx: Db<ScoringTables>,
  command: Command,
  { id, version, content }: { id: string; version: number; content: EnterpriseContent & { isOptedOut: boolean } },
): Promise<EnterpriseRow> {
  const problems = foundedLater(content, command.now)
  if (problems.length > 0) throw new Refusal(...problems)
  const before = await getEnterprise(tx, id)
  if (!(await updateEnterprise(tx, id, version, content))) throw new Refusal(VERSION_STALE)
  const detail = { ...content, wasOptedOut: before.is_opted_out }
  await command.audit({ action: 'scoring.enterprise.edit', subjectType: 'scoring.enterprise', subjectId: id, detail })
  return getEnterprise(tx, id)
}

type PaperConsent = { readonly enterpriseId: string; readonly document: string; readonly validFrom: string; readonly validUntil: string }

/** Records consent to the use of tax and social insurance data that an enterprise gave on paper. */
export async function recordPaperConsent(tx: Db<ScoringTables>, command: Command, consent: PaperConsent, personId: string): Promise<void> {
  await getEnterprise(tx, consent.enterpriseId)
  if (consent.validUntil < consent.validFrom) throw new Refusal({ code: 'scoring.consent_interval', kind: 'invalid', field: '/validUntil' })
  const id = newId(command.now.getTime())
  if (!(await insertPaperConsent(tx, { ...consent, id, recordedBy: personId, now: command.now })))
    throw new Refusal({ code: 'scoring.consent_exists', kind: 'conflict', field: '/document', params: { document: consent.document } })
  await command.audit({ action: 'scoring.consent.record', subjectType: 'scoring.paper_consent', subjectId: id, detail: { ...consent } })
}

/** Ends a consent on paper: runs from now on lack the facts that need it. Answers whose it was. */
export async function endPaperConsent(
  tx: Db<ScoringTables>,
  command: Command,
  id: string,
  by: { personId: string; reason: string },
): Promise<string> {
  const enterpriseId = await revokePaperConsent(tx, id, { ...by, now: command.now })
  if (!enterpriseId) throw new Refusal({ code: 'scoring.consent_missing', kind: 'missing' })
  const detail = { enterpriseId, reason: by.reason }
  await command.audit({ action: 'scoring.consent.revoke', subjectType: 'scoring.paper_consent', subjectId: id, detail })
  return enterpriseId
}
