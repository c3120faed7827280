import type { Context, Row } from './context.ts'
import type { Random } from './random.ts'
import type { ScoredEnterprise } from './scoring-enterprises.ts'
import { drawFigures, type Figures } from './scoring-figures.ts'
import { timedId } from './stable-id.ts'

/** Which source states a fact, how often it does, and since how many years the register has it. */
type Stated = {
  readonly code: string
  readonly source: string
  readonly chance: number
  readonly years: 1 | 2 | 3
  readonly isPoint?: true
}

const STATED: readonly Stated[] = [
  ...of('tax', 3, 0.97, ['revenue', 'rd_expense']),
  ...of('tax', 2, 0.95, ['net_profit', 'net_assets', 'rd_deduction_relief', 'tax_paid']),
  ...of('social_insurance', 3, 0.97, ['staff_total']),
  ...of('social_insurance', 2, 0.95, ['new_graduates']),
  ...of('social_insurance', 1, 0.93, ['new_staff']),
  ...of('statistics', 2, 0.89, ['hightech_revenue', 'rd_staff', 'graduate_staff']),
  ...of('statistics', 1, 0.8, ['export_value', 'fixed_investment', 'research_graduates', 'shared_instrument_hours']),
  ...of('patents', 3, 0.98, ['invention_applications']),
  ...of('patents', 2, 0.97, ['pct_applications']),
  ...of('patents', 1, 0.97, ['invention_grants', 'software_copyrights']),
  ...of('technology_contracts', 2, 0.9, ['technology_contract_value']),
  ...of('technology_contracts', 1, 0.85, ['transfer_contracts']),
  ...of('science_bureau', 2, 0.8, ['provincial_awards', 'provincial_projects']),
  ...of('science_bureau', 1, 0.7, ['joint_projects']),
  ...of('market_regulation', 1, 0.85, ['standards_taken_part', 'quality_awards']),
  ...of('talent_system', 1, 0.75, ['foreign_experts']),
  ...of('finance', 2, 0.78, ['venture_capital']),
  ...at('patents', 1, 0.97, ['valid_inventions']),
  ...at('science_bureau', 2, 0.9, ['provincial_platforms']),
  ...at('science_bureau', 1, 0.98, ['high_tech_status']),
  ...at('talent_system', 1, 0.75, ['high_level_talents']),
  ...at('finance', 1, 0.7, ['equity_financing_rounds']),
  ...at('market_regulation', 1, 0.95, [
    'class_three_certificates',
    'class_two_certificates',
    'innovative_device_approvals',
    'overseas_certificates',
  ]),
]
const DEVICES = new Set(['class_three_certificates', 'class_two_certificates', 'innovative_device_approvals', 'overseas_certificates'])
// The district's clock never changes, so days can be counted.
const DAY = 86_400_000
const NINE = 9 * 3_600_000
const NEED_CONSENT = new Set(['tax', 'social_insurance'])
/** Days from the arrival of a year's first facts to that of a source. */
const ARRIVES: Readonly<Record<string, number>> = {
  patents: 4,
  tax: 12,
  social_insurance: 16,
  statistics: 28,
  science_bureau: 30,
  finance: 34,
}
/** What statistics ask too, and tax decides. */
const STATED_TWICE = ['revenue', 'rd_expense', 'staff_total']

function of(source: string, years: Stated['years'], chance: number, codes: readonly string[]): Stated[] {
  return codes.map((code) => ({ code, source, chance, years }))
}

function at(source: string, years: Stated['years'], chance: number, codes: readonly string[]): Stated[] {
  return codes.map((code) => ({ code, source, chance, years, isPoint: true }))
}

/** What the engineer's enterprise has, so that its page shows each kind of state: good figures, one award unknown, two statements unproved. */
const OWN: readonly [Figures, Figures, Figures] = [
  {
    revenue: 9850,
    rd_expense: 1850,
    hightech_revenue: 6480,
    net_profit: 620,
    net_assets: 8200,
    rd_deduction_relief: 197,
    staff_total: 148,
    rd_staff: 55,
    graduate_staff: 30,
    new_graduates: 5,
    invention_applications: 6,
    pct_applications: 1,
    technology_contract_value: 320,
    provincial_platforms: 1,
    provincial_projects: 2,
    venture_capital: 300,
  },
  {
    revenue: 7960,
    rd_expense: 1330,
    hightech_revenue: 4620,
    net_profit: 410,
    net_assets: 7600,
    rd_deduction_relief: 152,
    staff_total: 134,
    rd_staff: 47,
    graduate_staff: 27,
    new_graduates: 3,
    invention_applications: 4,
    pct_applications: 1,
    technology_contract_value: 290,
    provincial_platforms: 1,
    provincial_projects: 1,
    venture_capital: 200,
  },
  { revenue: 6850, rd_expense: 1090, invention_applications: 4, staff_total: 117 },
]
const OWN_MISSING = new Set(['provincial_awards'])
const OWN_STATED = new Set(['pct_applications', 'graduate_staff'])

/** The last whole year that the register knows: its facts came in between 230 and 170 days ago. */
export function lastYearOf({ dayOf, instant }: Context): number {
  return Number(dayOf(instant(-240).getTime()).slice(0, 4)) - 1
}

/** Statements about all enterprises for three years, the last one fullest: with gaps, sources that differ, and a few corrections. */
export function generateFacts(context: Context, enterprises: readonly ScoredEnterprise[], ownerKey: string): Row[] {
  const rows: Row[] = []
  const random = context.random('scoring-facts')
  const year = lastYearOf(context)
  for (const enterprise of enterprises) {
    const isOwner = enterprise.key === ownerKey
    const figures = drawFigures(enterprise, random)
    // Some have not answered the statistics of the last year.
    const isLate = !isOwner && random.chance(0.03)
    for (const [back, drawn] of figures.entries()) {
      const known = isOwner ? { ...drawn, ...OWN[back] } : drawn
      const came = -230 - back * 365 + random.int(0, 12)
      const add = (code: string, source: string, value: number, more: { confidence?: string; isPoint?: boolean | undefined } = {}) => {
        const received = context.now.getTime() + (came + (ARRIVES[source] ?? 36)) * DAY + NINE
        rows.push(
          factRow(random, {
            enterpriseId: enterprise.id,
            code,
            period: more.isPoint ? `${year - back}-12-31` : String(year - back),
            source,
            value,
            confidence: more.confidence ?? 'proved',
            received,
          }),
        )
        if (source === 'tax' && random.chance(0.004)) correct(random, rows, value)
      }
      for (const { code, source, chance, years, isPoint } of STATED) {
        if (back >= years || (DEVICES.has(code) && !enterprise.isMedical)) continue
        const value = known[code] as number
        if (isOwner) {
          if (OWN_MISSING.has(code)) continue
          const isStated = OWN_STATED.has(code)
          add(code, isStated ? 'self_report' : source, value, { confidence: isStated ? 'stated' : 'proved', isPoint })
          continue
        }
        const isAbsent = !random.chance(chance) || (isLate && back === 0 && source === 'statistics')
        const isOfficial = !isAbsent && (enterprise.hasConsent || !NEED_CONSENT.has(source))
        if (isOfficial) add(code, source, value, { isPoint })
        else if (random.chance(0.2)) add(code, 'self_report', value, { confidence: 'stated', isPoint })
      }
      if (back > 1) continue
      for (const code of STATED_TWICE) {
        if (enterprise.hasConsent ? !random.chance(0.1) : random.chance(0.1)) continue
        const differs = random.chance(0.3) ? 1 + (random.chance(0.5) ? 1 : -1) * (0.05 + 0.2 * random.next()) : 1
        add(code, 'statistics', Math.round((known[code] as number) * differs))
      }
    }
  }
  return rows
}

type Statement = {
  readonly enterpriseId: string
  readonly code: string
  readonly period: string
  readonly source: string
  readonly value: number
  readonly confidence: string
  readonly received: number
}

function factRow(random: Random, { enterpriseId, code, period, source, value, confidence, received }: Statement): Row {
  return {
    id: timedId(received, random),
    enterprise_id: enterpriseId,
    fact_code: code,
    period,
    source,
    value,
    state: 'current',
    confidence,
    reason: null,
    received_at: new Date(received),
    ended_at: null,
    replaced_by: null,
  }
}

/** The last statement was amended some weeks later: the old row keeps what it said. */
function correct(random: Random, rows: Row[], value: number): void {
  const old = rows.pop() as Row
  const at = (old.received_at as Date).getTime() + random.int(5, 25) * DAY
  const id = timedId(at, random)
  const wrong = random.chance(0.3) ? value * 10_000 : Math.round(value * (0.8 + 0.4 * random.next()))
  rows.push({ ...old, value: wrong, state: 'replaced', ended_at: new Date(at), replaced_by: id })
  rows.push({ ...old, id, received_at: new Date(at), reason: '税务更正申报' })
}
