import { readableNumber } from '@jiju/kernel/ids'
import { addDays, type LocalDate } from '@jiju/kernel/local-date'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Model } from '@jiju/scoring/core/engine/model'
import { SHIPPED_MODELS } from '@jiju/scoring/core/models/shipped'
import { hashOfModel } from '@jiju/scoring/server/runs/execute-run'
import scoring from '../../../../db/demo/scoring.json' with { type: 'json' }
import type { Context, Row } from './context.ts'
import { ENTERPRISES, PERSONS, ZONE } from './reference.ts'
import { generateDeliveries } from './scoring-deliveries.ts'
import { generateEnterprises, type ScoredEnterprise } from './scoring-enterprises.ts'
import { generateFacts, lastYearOf } from './scoring-facts.ts'
import { stableId } from './stable-id.ts'

type DemoScoring = {
  readonly enterprises: readonly ScoredEnterprise[]
  /** Ids of the official runs of the last two years, the earlier one first. */
  readonly runs: readonly [before: string, last: string]
  readonly tables: readonly { readonly name: string; readonly rows: readonly Row[] }[]
}

/** The register of enterprises with three years of facts, two versions of a model, and a run with each that waits to be executed. */
export function generateScoring(context: Context, { organisations, count }: { organisations: readonly Row[]; count: number }): DemoScoring {
  const accounts = organisations.flatMap((row) => {
    const enterprise = ENTERPRISES.find(({ uscc }) => uscc === row.uscc)
    return enterprise && row.status === 'verified' ? [{ enterprise, foundedOn: row.founded_on as LocalDate }] : []
  })
  const enterprises = generateEnterprises(context, { accounts, count })
  const ownerKey = PERSONS.accounts.find(({ account }) => account === 'owner')?.organisation ?? ''
  const models = generateModels(context)
  const runs = generateRuns(context, models)
  const facts = generateFacts(context, enterprises, ownerKey)
  return {
    enterprises,
    runs: runs.map(({ id }) => String(id)) as [string, string],
    tables: [
      { name: 'scoring.enterprise', rows: enterprises.map(({ row }) => row) },
      { name: 'scoring.paper_consent', rows: generateConsents(context, enterprises) },
      { name: 'scoring.fact', rows: facts },
      ...generateDeliveries(context, facts),
      { name: 'scoring.negative_event', rows: generateEvents(context, enterprises, ownerKey) },
      { name: 'scoring.model', rows: models },
      { name: 'scoring.run', rows: runs },
    ],
  }
}

function generateConsents(context: Context, enterprises: readonly ScoredEnterprise[]): Row[] {
  return enterprises
    .filter(({ hasConsent }) => hasConsent)
    .map(({ creditCode }, place) => ({
      id: context.id(`paper-consent|${creditCode}`),
      enterprise_id: context.id(`scoring-enterprise|${creditCode}`),
      document: `临创授〔${context.dayOf(context.instant(-935).getTime()).slice(0, 4)}〕${String(place + 1).padStart(4, '0')} 号`,
      valid_from: addDays(context.referenceDay, -935),
      valid_until: addDays(context.referenceDay, 900),
      recorded_by: context.id('person|data'),
      recorded_at: context.instant(-935, 600),
    }))
}

/** What counts against one in twenty; the owner's enterprise has repaired a penalty. */
function generateEvents(context: Context, enterprises: readonly ScoredEnterprise[], ownerKey: string): Row[] {
  const random = context.random('scoring-events')
  const kinds = scoring.events.map((event) => [event, event.weight] as const)
  return enterprises.flatMap(({ id, key, creditCode }, place) => {
    const isOwner = key === ownerKey
    if (!isOwner && !random.chance(0.05)) return []
    const kind = isOwner ? (scoring.events[0] as (typeof scoring.events)[number]) : random.weighted(kinds)
    const daysAgo = isOwner ? 610 : random.int(180, 1500)
    const occurred = addDays(context.referenceDay, -daysAgo)
    const isRepaired = isOwner || random.chance(0.55)
    return [
      {
        id: context.id(`negative-event|${creditCode}`),
        enterprise_id: id,
        code: kind.code,
        occurred_on: occurred,
        repaired_on: isRepaired ? addDays(occurred, isOwner ? 150 : random.int(40, 170)) : null,
        source: kind.source,
        document: `${kind.document}〔${occurred.slice(0, 4)}〕${String((place % 900) + 1).padStart(3, '0')} 号`,
        recorded_by: context.id('person|data'),
        received_at: context.instant(-daysAgo + 12, 600),
      },
    ]
  })
}

/** The national model as it comes, and the district's next version of it: written by one officer, published by the other. */
function generateModels(context: Context): Row[] {
  const national = SHIPPED_MODELS.find(({ code }) => code === 'national-18') as Model
  const [first, second] = [context.id('person|points'), context.id('person|points-second')]
  const row = (model: Model, createdBy: string | null, publishedBy: string, daysAgo: number): Row => ({
    id: context.id(`scoring-model|${model.version}`),
    code: model.code,
    model_version: model.version,
    document: model,
    sha256: hashOfModel(model),
    state: 'published',
    created_by: createdBy,
    created_at: context.instant(-daysAgo - 6, 600),
    published_by: publishedBy,
    published_at: context.instant(-daysAgo, 620),
  })
  return [row(national, null, first, 520), row(nextVersionOf(national, context.dayOf(context.instant(-150).getTime())), second, first, 150)]
}

/** Growth of R&D counts up to 40 % instead of 50 %, and PCT applications are measured against the best twentieth. */
function nextVersionOf(model: Model, validFrom: LocalDate): Model {
  const indicators = model.indicators.map((indicator) => {
    if (indicator.code === 'rd_growth') {
      const note = { zh: '增速封顶 40%，下降得 0 分。', en: 'Growth counts up to 40 %; a decline gets 0.' }
      return { ...indicator, normalise: { kind: 'goalposts', low: 0, high: 40, log: false } as const, note }
    }
    if (indicator.code === 'pct_applications') return { ...indicator, normalise: { kind: 'log_scale', quantile: 0.95 } as const }
    return indicator
  })
  const source = {
    title: `临江区创新积分实施办法（${validFrom.slice(0, 4)} 年修订，演示）`,
    note: '研发费用增速封顶由 50% 调为 40%，PCT 申请改按前 5% 对数计分。',
  }
  return { ...model, version: `${validFrom.slice(0, 4)}-1`, validFrom, sources: [...model.sources, source], indicators }
}

/** Queued as they were when the officer started them; executed once the facts are in the database. */
function generateRuns(context: Context, models: readonly Row[]): Row[] {
  const year = lastYearOf(context)
  return models.map((model, place) => {
    const period = year - 1 + place
    const at = context.instant(place === 0 ? -500 : -132, 600)
    const id = stableId(context.seed, `scoring-run|${period}`)
    return {
      id,
      number: readableNumber('RUN', localDayOf(at, ZONE), id),
      model_id: model.id,
      period: String(period),
      as_of: `${period}-12-31`,
      facts_at: at,
      purpose: 'official',
      started_by: context.id('person|points'),
      created_at: at,
    }
  })
}
