import { addDays } from '@jiju/kernel/local-date'
import { instantAt, minuteOfDayAt } from '@jiju/kernel/zoned-time'
import { expect, test } from 'vitest'
import { instantOf, minuteOfDay, zonedDay } from './zone.ts'

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland']

test('agrees with the kernel on every half hour of days with and without a change of clock', () => {
  for (const zone of zones)
    for (const first of ['2026-03-07', '2026-03-28', '2026-04-04', '2026-09-26', '2026-10-24', '2026-10-31', '2026-12-30'])
      for (let offset = 0; offset < 3; offset += 1) {
        const day = addDays(first, offset)
        for (let minute = 0; minute <= 1440; minute += 30) {
          const instant = instantAt(day, minute, zone)
          expect(instantOf(day, minute, zone), `${zone} ${day} ${minute}`).toBe(instant.getTime())
          expect(minuteOfDay(instant, zone)).toBe(minuteOfDayAt(instant, zone))
        }
      }
})

test('a day on which the clock changes is not plain', () => {
  expect(zonedDay('2026-11-23', 'Asia/Shanghai').isPlain).toBe(true)
  expect(zonedDay('2026-03-29', 'Europe/Berlin')).toMatchObject({ isPlain: false })
})
