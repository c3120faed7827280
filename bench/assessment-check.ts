/**
 * Recomputes the assessment of a period from its definitions, in SQL of its own on the base tables: minutes are laid on a line of instants and
 * counted, instead of running maxima. `npx tsx bench/assessment-check.ts DATABASE_URL FROM TO` compares with what the platform answers.
 */
import { pathToFileURL } from 'node:url'
import { assess } from '@jiju/booking/server/assessment/assess'
import type { BookingTables } from '@jiju/booking/server/needs'
import { openDatabase, openPool } from '@jiju/platform/database/pool'
import type pg from 'pg'

type Day = `${number}-${number}-${number}` | string

/** The figures of one instrument as text, so that equal means equal to the second and to the fen. */
type Line = Readonly<Record<string, string>>

export async function recompute(pool: pg.Pool, { from, to, now }: { from: Day; to: Day; now: Date }): Promise<Map<string, Line>> {
  const { rows } = await pool.query<{ id: string } & Line>(SQL, [from, to, now])
  return new Map(rows.map(({ id, ...line }) => [id, line as Line]))
}

// Every boundary of a record cuts the line; a piece between two neighbouring cuts counts once for the strongest record that covers it.
const SQL = `
with instrument as (
  select r.id, tstzrange(($1::date)::timestamp at time zone coalesce(s.zone, 'Asia/Shanghai'), ($2::date + 1)::timestamp at time zone coalesce(s.zone, 'Asia/Shanghai')) as year
  from catalog.resource r left join catalog.site s on s.id = r.site_id
  where r.kind = 'instrument' and r.status in ('published', 'retired')
), standing as (
  select distinct on (use_id) use_id, id, resource_id, reservation_id, is_outside, is_proved, started_at, ended_at
  from booking.use_record order by use_id, recorded_at desc, (replaces is not null) desc, id desc
), claim as (
  select i.id, tstzrange(u.started_at, u.ended_at) * i.year as span, case when u.is_proved and u.is_outside then 'outside' when u.is_proved then 'inside' else 'inferred' end as kind
  from standing u join instrument i on i.id = u.resource_id
  union all
  select i.id, b.during * i.year, 'booked'
  from booking.reservation b join instrument i on i.id = b.resource_id
  where b.kind in ('customer', 'internal') and b.state in ('confirmed', 'completed') and b.unit > 0 and upper(b.during) <= $3
    and not exists (select from booking.use_record u where u.reservation_id = b.id)
), solid as (select * from claim where not isempty(span)
), cut as (
  select id, at, lead(at) over (partition by id order by at) as next
  from (select id, lower(span) as at from solid union select id, upper(span) from solid) c
), piece as (
  select c.id, extract(epoch from c.next - c.at) as seconds,
    bool_or(s.kind = 'outside') as is_outside, bool_or(s.kind in ('outside', 'inside')) as is_proved, bool_or(s.kind <> 'booked') as is_logged
  from cut c join solid s on s.id = c.id and s.span @> tstzrange(c.at, c.next)
  where c.next is not null group by c.id, c.at, c.next
), hours as (
  select id, sum(seconds) filter (where is_proved) as effective, sum(seconds) filter (where is_outside) as external,
    sum(seconds) filter (where is_logged and not is_proved) as inferred, sum(seconds) filter (where not is_logged) as booked_only
  from piece group by id
), ended as (
  select i.id, u.* from standing u join instrument i on i.id = u.resource_id and u.ended_at <@ i.year
), counted as (
  select e.resource_id as id, count(*) filter (where is_proved) as uses, count(*) filter (where is_proved and is_outside) as external_uses from ended e group by 1
), newest as (
  select distinct on (reservation_id) * from booking.charge order by reservation_id, version desc
), money as (
  select n.resource_id as id,
    sum(n.total_fen) filter (where e.is_proved and n.settled and not n.is_outside) as inside,
    sum(n.total_fen) filter (where e.is_proved and n.settled and n.is_outside) as outside,
    sum(n.total_fen) filter (where not (e.is_proved and n.settled)) as pending
  from (select n.*, coalesce(a.kind in ('accepted', 'silence'), n.answer_until <= $3) as settled from newest n left join booking.charge_answer a on a.charge_id = n.id) n
  join booking.use_record named on named.id = n.record_id
  join ended e on e.use_id = named.use_id
  group by 1
), marks as (
  select i.id, count(*) as evaluations, sum(condition) + sum(service) + sum(process) as marks
  from booking.evaluation e join instrument i on i.id = e.resource_id and e.created_at <@ i.year group by 1
)
select i.id, round(coalesce(h.effective, 0))::text as effective, round(coalesce(h.external, 0))::text as external, round(coalesce(h.inferred, 0))::text as inferred,
  round(coalesce(h.booked_only, 0))::text as booked_only, coalesce(c.uses, 0)::text as uses, coalesce(c.external_uses, 0)::text as external_uses,
  coalesce(m.inside, 0)::text as inside, coalesce(m.outside, 0)::text as outside, coalesce(m.pending, 0)::text as pending,
  coalesce(k.evaluations, 0)::text as evaluations, coalesce(k.marks, 0)::text as marks
from instrument i
left join hours h on h.id = i.id left join counted c on c.id = i.id left join money m on m.id = i.id left join marks k on k.id = i.id`

/** What the platform answers, in the same form. */
export async function answered(pool: pg.Pool, { from, to, now }: { from: Day; to: Day; now: Date }): Promise<Map<string, Line>> {
  const lines = new Map<string, Line>()
  for await (const { instrument, figures } of assess(openDatabase<BookingTables>(pool), {}, { from, to }, now))
    lines.set(instrument.id, {
      effective: String(Math.round(figures.effectiveSeconds)),
      external: String(Math.round(figures.externalSeconds)),
      inferred: String(Math.round(figures.inferredSeconds)),
      booked_only: String(Math.round(figures.bookedOnlySeconds)),
      uses: String(figures.uses),
      external_uses: String(figures.externalUses),
      inside: String(figures.insideFen),
      outside: String(figures.outsideFen),
      pending: String(figures.pendingFen),
      evaluations: String(figures.evaluations),
      marks: String(figures.markSum),
    })
  return lines
}

/** Differences, one a line; none when both agree on every instrument. */
export function differences(own: ReadonlyMap<string, Line>, platform: ReadonlyMap<string, Line>): string[] {
  const found: string[] = []
  for (const [id, line] of own) {
    const other = platform.get(id)
    // The platform leaves out retired instruments that did nothing.
    if (!other && Object.values(line).every((value) => value === '0')) continue
    for (const [name, value] of Object.entries(line))
      if (other?.[name] !== value) found.push(`${id} ${name}: recomputed ${value}, answered ${other?.[name] ?? 'nothing'}`)
  }
  for (const id of platform.keys()) if (!own.has(id)) found.push(`${id}: answered, but not recomputed`)
  return found
}

async function main([url = '', from = '', to = '']: readonly string[]): Promise<void> {
  const pool = openPool({ connectionString: url })
  try {
    const asked = { from, to, now: new Date() }
    const own = await recompute(pool, asked)
    const found = differences(own, await answered(pool, asked))
    const hours = [...own.values()].reduce((sum, line) => sum + Number(line.effective) / 3600, 0)
    console.log(`${own.size} instruments, ${hours.toFixed(1)} effective hours from ${from} to ${to}: ${found.length} differences`)
    for (const line of found.slice(0, 20)) console.log(line)
    process.exitCode = found.length === 0 ? 0 : 1
  } finally {
    await pool.end()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2))
