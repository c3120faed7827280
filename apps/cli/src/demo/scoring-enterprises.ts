import { addDays, type LocalDate } from '@jiju/kernel/local-date'
import { completeUscc } from '@jiju/kernel/uscc'
import scoring from '../../../../db/demo/scoring.json' with { type: 'json' }
import type { Context, Row } from './context.ts'
import type { Random } from './random.ts'
import { DISTRICT, type Enterprise } from './reference.ts'

type Phase = keyof typeof scoring.stages

/** An enterprise of the register, with what its figures are drawn from. */
export type ScoredEnterprise = {
  readonly id: string
  readonly key: string
  readonly creditCode: string
  readonly name: string
  readonly phase: Phase
  readonly hasConsent: boolean
  readonly isMedical: boolean
  readonly row: Row
}

const PHASES = Object.entries(scoring.stages).map(([phase, { weight }]) => [phase as Phase, weight] as const)

/** So many enterprises as the register of the pilot that the demo is modelled on holds; those with an account on the platform come first. */
export function generateEnterprises(
  context: Context,
  { accounts, count }: { accounts: readonly { readonly enterprise: Enterprise; readonly foundedOn: LocalDate }[]; count: number },
): ScoredEnterprise[] {
  const random = context.random('scoring-enterprises')
  const names = new Set(accounts.map(({ enterprise }) => enterprise.name))
  const known = accounts.map(({ enterprise, foundedOn }) => ({
    key: enterprise.key,
    creditCode: enterprise.uscc,
    name: enterprise.name,
    shortName: enterprise.shortName,
    industry: '医疗器械',
    district: enterprise.district,
    phase: enterprise.stage as Phase,
    foundedOn,
  }))
  const others = Array.from({ length: Math.max(0, count - known.length) }, (_, place) => {
    const phase = random.weighted(PHASES)
    const { name, shortName, industry } = drawName(random, names)
    const [youngest, oldest] = scoring.stages[phase].ages as [number, number]
    return {
      key: `register-${place + 1}`,
      creditCode: completeUscc(`91310199${String(60_000_000 + place * 37 + 11)}`),
      name,
      shortName,
      industry,
      district: DISTRICT.nameZh,
      phase,
      foundedOn: addDays(context.referenceDay, -Math.round((random.int(youngest, oldest) + random.next()) * 365.25)),
    }
  })
  return [...known, ...others].map(({ key, creditCode, phase, ...facts }, place) => {
    const id = context.id(`scoring-enterprise|${creditCode}`)
    const isAccount = place < known.length
    return {
      id,
      key,
      creditCode,
      name: facts.name,
      phase,
      hasConsent: isAccount || random.chance(0.93),
      isMedical: ['医疗器械', '体外诊断', '生物医药'].includes(facts.industry),
      row: {
        id,
        credit_code: creditCode,
        name: facts.name,
        short_name: facts.shortName,
        founded_on: facts.foundedOn,
        industry: facts.industry,
        park: random.pick(scoring.parks),
        district: facts.district,
        is_opted_out: !isAccount && random.chance(0.002),
        created_at: context.instant(-940, 600),
      },
    }
  })
}

function drawName(random: Random, taken: Set<string>): { name: string; shortName: string; industry: string } {
  const fields = scoring.fields.map((field) => [field, field.weight] as const)
  const draw = () => {
    const brand = random.pick([...scoring.firstCharacters]) + random.pick([...scoring.secondCharacters])
    const field = random.weighted(fields)
    return { name: `${brand}${field.zh}有限公司`, shortName: `${brand}${field.zh}`, industry: field.industry }
  }
  let drawn = draw()
  while (taken.has(drawn.name)) drawn = draw()
  taken.add(drawn.name)
  return drawn
}
