import scoring from '../../../../db/demo/scoring.json' with { type: 'json' }
import type { Random } from './random.ts'
import type { ScoredEnterprise } from './scoring-enterprises.ts'

/** Figures of one enterprise in one year by the code of the fact; amounts in 万元. */
export type Figures = Readonly<Record<string, number>>

/** How the enterprises of the register differ: how inventive, how fast, how well run. Standard normal numbers. */
type Character = { readonly inventive: number; readonly fast: number; readonly sound: number }

/** A standard normal number (Box and Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}

/** A count with this mean: mostly nought, sometimes many, as counts of patents and projects are. */
function count(random: Random, mean: number): number {
  const spread = mean * Math.exp(0.7 * normal(random) - 0.245)
  const floor = Math.floor(spread)
  return floor + (random.chance(spread - floor) ? 1 : 0)
}

const amount = (value: number) => Math.round(value * 10) / 10
const within = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)

/** Figures of three years, the last one first: sizes with heavy tails, parts never larger than their wholes. */
export function drawFigures(enterprise: ScoredEnterprise, random: Random): readonly [Figures, Figures, Figures] {
  const character = { inventive: normal(random), fast: normal(random), sound: normal(random) }
  const stage = scoring.stages[enterprise.phase]
  const [least, most] = stage.revenueRange as [number, number]
  const revenue = within(stage.revenueMedian * Math.exp(stage.revenueSpread * normal(random)), least, most)
  const staff = Math.max(3, Math.round(((revenue / stage.staffPer) * 0.6 + 6) * Math.exp(0.35 * normal(random))))
  const growth = () => within(0.1 + 0.07 * character.fast + 0.18 * normal(random) * (random.chance(0.06) ? 4 : 1), -0.7, 3)
  const before = revenue / (1 + growth())
  const long = before / (1 + growth())
  const rdShare = within(stage.rdRatio * Math.exp(0.55 * character.inventive + 0.3 * normal(random)), 0.004, 1.6)
  const year = (sales: number, people: number) => drawYear(enterprise, random, { character, sales, people, rdShare })
  return [
    year(revenue, staff),
    year(before, Math.max(3, Math.round(staff * (0.88 + 0.06 * normal(random))))),
    year(long, Math.max(3, Math.round(staff * (0.78 + 0.08 * normal(random))))),
  ]
}

function drawYear(
  { phase, isMedical }: ScoredEnterprise,
  random: Random,
  { character, sales, people, rdShare }: { character: Character; sales: number; people: number; rdShare: number },
): Figures {
  const { inventive, sound } = character
  const rd = sales * rdShare * Math.exp(0.12 * normal(random))
  const margin = (phase === 'start_up' ? -0.06 : 0.07) + 0.06 * sound + 0.05 * normal(random)
  const size = Math.log10(sales + 10)
  const talent = within(0.16 + 0.07 * inventive + 0.05 * normal(random), 0, 0.8)
  const newGraduates = Math.min(people, count(random, people * 0.035))
  const inventions = count(random, 0.9 * size * Math.exp(0.6 * inventive))
  const contracts = random.chance(0.45 + 0.1 * inventive) ? sales * 0.05 * Math.exp(0.9 * normal(random)) : 0
  const isFunded = phase !== 'stable' && random.chance(0.09 + 0.04 * inventive)
  const devices = isMedical ? 1 : 0
  return {
    revenue: amount(sales),
    rd_expense: amount(rd),
    hightech_revenue: amount(Math.min(sales, sales * within(0.55 + 0.18 * inventive + 0.15 * normal(random), 0, 1))),
    net_profit: amount(sales * margin),
    net_assets: amount(Math.max(sales * 0.1 + 5, sales * (0.65 + 0.2 * normal(random)))),
    rd_deduction_relief: margin > 0 ? amount(rd * 0.15) : 0,
    tax_paid: amount(sales * within(0.045 + 0.012 * normal(random), 0.002, 0.2)),
    export_value: random.chance(0.25) ? amount(sales * within(0.2 + 0.15 * normal(random), 0.01, 0.95)) : 0,
    fixed_investment: random.chance(0.5) ? amount(sales * 0.06 * Math.exp(0.8 * normal(random))) : 0,
    staff_total: people,
    rd_staff: Math.round(people * within(0.3 + 0.1 * inventive + 0.07 * normal(random), 0, 0.95)),
    graduate_staff: Math.round(people * talent),
    new_staff: Math.min(people, count(random, people * 0.14)),
    new_graduates: newGraduates,
    research_graduates: Math.min(newGraduates, count(random, newGraduates * 0.4)),
    foreign_experts: random.chance(0.03) ? 1 : 0,
    high_level_talents: count(random, 0.12 * size * Math.exp(0.4 * inventive)),
    invention_applications: inventions,
    pct_applications: random.chance(0.18 + 0.05 * inventive) ? Math.max(1, count(random, inventions * 0.2)) : 0,
    invention_grants: count(random, inventions * 0.45),
    valid_inventions: inventions + count(random, inventions * 2.2),
    software_copyrights: count(random, 0.6 * size),
    technology_contract_value: amount(contracts),
    joint_projects: count(random, 0.25 * size),
    transfer_contracts: count(random, 0.3 * size * Math.exp(0.4 * inventive)),
    provincial_platforms: random.chance(within(0.03 * size * Math.exp(0.5 * inventive), 0, 0.9)) ? random.weighted(FEW) : 0,
    provincial_awards: random.chance(within(0.015 * size * Math.exp(0.5 * inventive), 0, 0.7)) ? 1 : 0,
    provincial_projects: random.chance(within(0.05 * size * Math.exp(0.5 * inventive), 0, 0.9)) ? random.weighted(FEW) : 0,
    standards_taken_part: random.chance(0.05 * size) ? random.weighted(FEW) : 0,
    venture_capital: isFunded ? amount(within(900 * Math.exp(1.1 * normal(random)), 50, 80_000)) : 0,
    equity_financing_rounds: random.chance(0.2 + 0.06 * inventive) ? random.weighted(FEW) : 0,
    class_three_certificates: devices * count(random, 0.3 * size),
    class_two_certificates: devices * count(random, 0.8 * size),
    innovative_device_approvals: isMedical && random.chance(0.02) ? 1 : 0,
    overseas_certificates: devices * count(random, 0.2 * size),
    quality_awards: random.chance(0.04) ? 1 : 0,
    shared_instrument_hours: random.chance(0.2) ? Math.round(60 * Math.exp(0.9 * normal(random))) : 0,
    high_tech_status: random.chance(within(0.45 + 0.15 * inventive, 0.05, 0.95)) ? 1 : 0,
  }
}

const FEW = [
  [1, 70],
  [2, 20],
  [3, 8],
  [5, 2],
] as const
