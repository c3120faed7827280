import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { serverClock } from './clock.ts'
import { dayNow } from './format.ts'

afterEach(() => {
  serverClock.offsetMs = 0
})

const answeredAt = (at: number) => new Response(null, { headers: { Date: new Date(at).toUTCString() } })

test('the clock is the server’s: a device that is a day behind shows the day that it is', () => {
  const ahead = Date.now() + 86_400_000
  serverClock.learn(answeredAt(ahead))
  expect(Math.abs(serverClock.now().getTime() - ahead)).toBeLessThan(5_000)
  expect(dayNow('UTC')).toBe(serverClock.now().toISOString().slice(0, 10))
})

test('whole seconds of the header are no difference, and an answer without one changes nothing', () => {
  serverClock.learn(answeredAt(Date.now() - 900))
  expect(serverClock.offsetMs).toBe(0)
  serverClock.learn(new Response(null))
  expect(serverClock.offsetMs).toBe(0)
})

/** What reads the device's clock, or shows an instant in the device's zone. */
const OF_THE_DEVICE = /new Date\(\)|\bDate\.now\(\)|\.toLocale(Date|Time)?String\(|\.get(FullYear|Month|Date|Day|Hours|Minutes)\(/

test('no page asks the device for the time or its zone', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  expect(files.length).toBeGreaterThan(500)
  const asking = files.filter((name) => OF_THE_DEVICE.test(readFileSync(path.join(root, name), 'utf8')))
  expect(asking).toEqual([path.join('lib', 'clock.ts')])
})
