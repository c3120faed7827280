import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHours } from '../opening-hours.ts'
import { findPlaces, firstRunDay, planQueue, promisedDay } from './plan-queue.ts'
import { SAMPLE_STATES, SAMPLE_STEPS, sampleStep } from './sample-states.ts'

const site = readHours({
  zone: 'Asia/Shanghai',
  opening: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', end: '18:00' })),
  holidayRule: 'closed',
  dayExceptions: [],
})

describe('the promised date', () => {
  test.each([
    ['on the day itself', '2026-11-23', 0, '2026-11-23'],
    ['two working days later', '2026-11-23', 2, '2026-11-25'],
    ['over a weekend', '2026-11-27', 1, '2026-11-30'],
    ['over the National Day holiday', '2026-09-30', 1, '2026-10-08'],
    ['on a Saturday that is worked', '2026-10-09', 1, '2026-10-10'],
  ])('%s', (_name, day, lead, expected) => expect(firstRunDay(site, day, lead)).toBe(expected))

  test('samples that do not fit on a day go on to the next', () => {
    const places = findPlaces(site, { from: '2026-11-27', samples: 10, dailyCapacity: 6 }, new Map([['2026-11-27', 4]]))
    expect(places).toEqual([
      { day: '2026-11-27', samples: 2 },
      { day: '2026-11-30', samples: 6 },
      { day: '2026-12-01', samples: 2 },
    ])
    expect(promisedDay(places ?? [])).toBe('2026-12-01')
  })

  test('a queue is placed in its order', () => {
    const queue = ['late', 'early'].map((id) => ({ id, samples: 4, earliest: '2026-11-23' }))
    const promise = (order: typeof queue) =>
      [...(planQueue(site, order, 4, new Map()) ?? [])].map(([id, places]) => [id, promisedDay(places)])
    expect(promise(queue)).toEqual([
      ['late', '2026-11-23'],
      ['early', '2026-11-24'],
    ])
    expect(promise(queue.toReversed())[0]).toEqual(['early', '2026-11-23'])
  })

  test('no day holds more than its capacity, and every sample has a place', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 20 }), fc.integer({ min: 1, max: 12 }), (sizes, dailyCapacity) => {
        const queue = sizes.map((samples, index) => ({ id: String(index), samples, earliest: '2026-11-23' }))
        const plan = planQueue(site, queue, dailyCapacity, new Map())
        const perDay = new Map<string, number>()
        for (const [id, places] of plan ?? []) {
          expect(places.reduce((sum, place) => sum + place.samples, 0)).toBe(sizes[Number(id)])
          for (const { day, samples } of places) perDay.set(day, (perDay.get(day) ?? 0) + samples)
        }
        expect(Math.max(0, ...perDay.values())).toBeLessThanOrEqual(dailyCapacity)
      }),
    )
  })
})

describe('the states of a submission', () => {
  test('every state can be reached and ends', () => {
    expect(new Set(['queued', ...SAMPLE_STEPS.map(({ to }) => to)])).toEqual(new Set(SAMPLE_STATES))
    expect(SAMPLE_STEPS.filter(({ from }) => from === 'done' || from === 'cancelled')).toEqual([])
  })

  test('work that began is not given up by the customer', () => {
    expect(sampleStep('received', 'cancel', 'customer')?.to).toBe('cancelled')
    expect(sampleStep('running', 'cancel', 'customer')).toBeUndefined()
    expect(sampleStep('running', 'finish', 'provider')?.to).toBe('done')
  })
})
