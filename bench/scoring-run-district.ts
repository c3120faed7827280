/** The enterprises and facts of the scoring benchmark as rows of a database, put there by `copy`. */
import { copyIn, copyLine } from '@jiju/platform/database/copy-in'
import type { FactTable } from '@jiju/scoring/core/engine/fact-table'
import { creditCode } from '@jiju/scoring/server/test-scoring'
import pg from 'pg'
import { SCORING_MODEL, scoringFacts } from './scoring-district.ts'

export const PERIOD = '2025'
const RECEIVED = '2026-01-15T00:00:00Z'
const FILLED = ['scoring.enterprise', 'scoring.fact', 'scoring.negative_event', 'scoring.paper_consent'] as const
/** Every fourth fact comes from the tax office and counts with the enterprise's consent only, which all have given. */
const isOfTax = (place: number) => place % 4 === 0
const ROWS_A_CHUNK = 500

/** The facts of so many enterprises under credit codes. */
export function codedFacts(enterprises: number): FactTable {
  const { ids, columns, events } = scoringFacts(enterprises)
  const codes = new Map(ids.map((id, place) => [id, creditCode(place)]))
  return { ids: [...codes.values()], columns, events: events.map((event) => ({ ...event, id: codes.get(event.id) as string })) }
}

/** Writes them down, indexes last; answers with the number of facts. */
export async function storeFacts(databaseUrl: string, table: FactTable): Promise<number> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    // Keys are what they are: nobody has to look them up for twelve million rows.
    await client.query('set session_replication_role = replica')
    await client.query('set synchronous_commit = off')
    await client.query("set maintenance_work_mem = '512MB'")
    await client.query(
      `insert into scoring.fact_definition (code, name_zh, name_en, unit, period_kind, authority, needs_consent, certainty, position)
       select ref, ref, ref, '1', 'year', '{tax,statistics,self_report}', needs_consent, 'to_confirm', 1000 + place
       from unnest($1::text[], $2::boolean[]) with ordinality as f (ref, needs_consent, place)`,
      [SCORING_MODEL.facts.map(({ code }) => code), SCORING_MODEL.facts.map((_, place) => isOfTax(place))],
    )
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
       left join pg_constraint c on c.conindid = i.indexrelid
       where i.indrelid = 'scoring.fact'::regclass and c.oid is null`,
    )
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    let facts = 0
    const places = [...table.ids.keys()]
    const line = (values: readonly unknown[]) => copyLine(values, [])
    await copyIn(
      client,
      'copy scoring.enterprise (id, credit_code, name, created_at) from stdin',
      inChunks(places, (place) => line([enterpriseId(place), table.ids[place], `企业 ${place}`, RECEIVED])),
    )
    await copyIn(
      client,
      'copy scoring.fact (id, enterprise_id, fact_code, period, source, value, confidence, received_at) from stdin',
      inChunks(places, (place) => {
        let lines = ''
        for (const [at, { code }] of SCORING_MODEL.facts.entries()) {
          const value = table.columns.get(code)?.[place] as number
          if (Number.isNaN(value)) continue
          facts += 1
          lines += line([
            idOf('3', facts),
            enterpriseId(place),
            code,
            PERIOD,
            isOfTax(at) ? 'tax' : 'statistics',
            value,
            'proved',
            RECEIVED,
          ])
        }
        return lines
      }),
    )
    await copyIn(
      client,
      'copy scoring.paper_consent (id, enterprise_id, document, valid_from, valid_until, recorded_at) from stdin',
      inChunks(places, (place) =>
        line([idOf('5', place), enterpriseId(place), `授权书 ${place}`, `${PERIOD}-01-01`, `${Number(PERIOD) + 9}-12-31`, RECEIVED]),
      ),
    )
    const placeOf = new Map(table.ids.map((id, place) => [id, place]))
    await copyIn(
      client,
      'copy scoring.negative_event (id, enterprise_id, code, occurred_on, source, document, received_at) from stdin',
      inChunks([...table.events.entries()], ([place, { id, code, on }]) =>
        line([idOf('4', place), enterpriseId(placeOf.get(id) as number), code, on, 'court', `文 ${place}`, RECEIVED]),
      ),
    )
    for (const { definition } of indexes) await client.query(definition)
    for (const name of FILLED) await client.query(`vacuum analyze ${name}`)
    return facts
  } finally {
    await client.end()
  }
}

export const enterpriseId = (place: number): string => idOf('2', place)

const idOf = (kind: string, place: number) => `0198f000-000${kind}-7000-8000-${place.toString(16).padStart(12, '0')}`

function* inChunks<Item>(items: readonly Item[], linesOf: (item: Item) => string): Generator<string> {
  for (let start = 0; start < items.length; start += ROWS_A_CHUNK)
    yield items
      .slice(start, start + ROWS_A_CHUNK)
      .map(linesOf)
      .join('')
}
