import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, type BookingTest, createBookingTest, type Person } from '../test-booking.ts'
import { snapshotYear } from './snapshot.ts'

let t: BookingTest
let operator: Person
let instrument: string
beforeAll(async () => {
  t = await createBookingTest()
  t.setNow(at('2026-11-23', '08:00'))
  operator = await t.addPerson(await t.addOrganisation('operator'), 'operator', 'operator')
  instrument = await t.addInstrument(t.provider)
  await t.addInstrument(t.provider)
})
afterAll(() => t.close())

const deps = () => ({ db: t.db, pool: t.pool, needs: { now: () => new Date(at('2026-11-23', '08:00')) } }) as never
const district = async (query = 'from=2026-01-01&to=2026-11-22') => (await t.call(operator, 'GET', `/district-assessment?${query}`)).json()

async function used(from: string, to: string): Promise<void> {
  const id = newId()
  await t.pool.query(
    `insert into booking.use_record (id, use_id, resource_id, unit, provider_id, organisation_id, is_outside, started_at, ended_at, start_source, end_source,
       is_proved, recorded_at)
     values ($1, $1, $2, 1, $3, $4, true, $5, $6, 'qr', 'qr', true, $6)`,
    [id, instrument, t.provider, t.enterprise, at('2026-11-10', from), at('2026-11-10', to)],
  )
}

test('the kept figures are those of the log, say when they were read, and change only by a new run', async () => {
  await used('08:00', '10:00')
  const live = await district()
  expect(live).toMatchObject({ keptYear: null, district: { effectiveSeconds: 7200, instruments: 2 } })
  t.setNow(at('2026-11-23', '02:30'))
  await t.runJob('booking.snapshot_assessment')
  t.setNow(at('2026-11-23', '09:00'))
  const kept = await district()
  expect(kept).toEqual({ ...live, keptYear: 2026, readAt: at('2026-11-23', '02:30') })
  await used('12:00', '13:00')
  expect((await district()).district.effectiveSeconds).toBe(7200)
  // Another period is read from the log.
  expect(await district('from=2026-01-02&to=2026-11-22')).toMatchObject({ keptYear: null, district: { effectiveSeconds: 10_800 } })

  const asked = await t.call(operator, 'POST', '/district-assessment/renewal', { year: 2026 })
  expect(asked.statusCode, asked.body).toBe(202)
  await t.settle()
  expect(await district()).toMatchObject({ keptYear: 2026, readAt: at('2026-11-23', '09:00'), district: { effectiveSeconds: 10_800 } })
})

test('20 rounds: runs of one year at once leave each instrument once', async () => {
  for (let round = 0; round < 20; round += 1) {
    await Promise.all([snapshotYear(deps(), 2026), snapshotYear(deps(), 2026), snapshotYear(deps(), 2026)])
    const { rows } = await t.pool.query(
      `select count(*)::int as count, count(distinct resource_id)::int as resources, sum(effective_seconds)::int as seconds
       from booking.assessment_figure where year = 2026`,
    )
    expect(rows[0]).toEqual({ count: 2, resources: 2, seconds: 10_800 })
  }
})
