import { type Fen, formatFen } from '@jiju/kernel/money'

/** A service record (national message 6): one proved use. */
type ServiceFacts = {
  readonly innerNumber: string | null
  readonly seconds: number
  readonly amountFen: Fen | null
  readonly purpose: string | null
  readonly operation: 'self_service' | 'with_operator' | null
  readonly project: string | null
  readonly applicant: string | null
  readonly applicantEmail: string | null
  readonly applicantUnit: string | null
  readonly comment: string | null
}

/** A year of one instrument (national message 7). */
type EffectFacts = {
  readonly innerNumber: string | null
  readonly utilisation: number | null
  readonly sharingRate: number | null
  readonly uses: number
  readonly incomeFen: Fen
  readonly statements: Readonly<Record<string, string>>
}

type Message = { readonly fields: Readonly<Record<string, string>>; readonly missing: readonly string[] }

const SERVICE_FIELDS = [
  'innerId',
  'amounts',
  'serviceTime',
  'serviceContent',
  'serviceWay',
  'serviceAmount',
  'subjectName',
  'subjectIncome',
  'subjectArea',
  'subjectContent',
  'applicant',
  'applicantPhone',
  'applicantEmail',
  'applicantUnit',
  'comment',
] as const

const EFFECT_FIELDS = [
  'innerId',
  'submittedRates',
  'activatedRates',
  'totalShareRates',
  'externalShareRates',
  'innovation',
  'serviceAmounts',
  'user',
  'project',
  'thesis',
  'book',
  'report',
  'patent',
  'output',
  'achievements',
  'serviceIncome',
  'socialBenefit',
] as const

/** Hours to two decimals, halves away from zero: `5400` → `"1.50"`. */
export const hoursText = (seconds: number): string => (Math.round(seconds / 36) / 100).toFixed(2)

const percentText = (rate: number | null): string => (rate === null ? '' : (Math.round(rate * 10_000) / 100).toFixed(2))

// The national platform's words for how a service is given.
const WAYS = { self_service: '自主上机', with_operator: '委托测试' } as const

/** Fields that are not held are left out and named; nothing stands for them. */
function complete(order: readonly string[], held: Readonly<Record<string, string | null>>): Message {
  const fields: Record<string, string> = {}
  const missing: string[] = []
  for (const name of order) {
    const value = held[name]
    if (value) fields[name] = value
    else missing.push(name)
  }
  return { fields, missing }
}

/** Message 6. How many samples a use served, the project's means and its field are not asked when somebody books. */
export function serviceMessage(facts: ServiceFacts): Message {
  return complete(SERVICE_FIELDS, {
    innerId: facts.innerNumber,
    amounts: facts.amountFen === null ? null : formatFen(facts.amountFen),
    serviceTime: hoursText(facts.seconds),
    serviceContent: facts.purpose,
    serviceWay: facts.operation && WAYS[facts.operation],
    subjectName: facts.project,
    applicant: facts.applicant,
    applicantEmail: facts.applicantEmail,
    applicantUnit: facts.applicantUnit,
    comment: facts.comment,
  })
}

/** Message 7. `activatedRates` is read as 利用率 and `externalShareRates` as 共享率, in percent; the interface's own definitions are to be confirmed. */
export function effectMessage(facts: EffectFacts): Message {
  return complete(EFFECT_FIELDS, {
    ...facts.statements,
    innerId: facts.innerNumber,
    activatedRates: percentText(facts.utilisation),
    externalShareRates: percentText(facts.sharingRate),
    serviceAmounts: String(facts.uses),
    serviceIncome: formatFen(facts.incomeFen),
  })
}
