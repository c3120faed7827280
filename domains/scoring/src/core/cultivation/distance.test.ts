import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distanceTo, nearestOf, nextStep, type Standing } from './distance.ts'
import { type Condition, type Ladder, ladderFacts, ladderOn, type Step } from './ladder.ts'
import LADDERS from './ladders.json' with { type: 'json' }

const words = { zh: '名', en: 'Name' }
const condition = (code: string, more: Pick<Condition, 'quantity' | 'is' | 'limit'>): Condition => ({
  code,
  name: words,
  unit: '%',
  certainty: 'to_confirm',
  ...more,
})
const step = (conditions: Condition[]): Step => ({
  code: 'high_tech',
  name: words,
  sources: [],
  certainty: 'to_confirm',
  validMonths: null,
  conditions,
  alsoAsked: [],
})
const standing = (facts: Standing['facts'], more: Partial<Standing> = {}): Standing => ({
  facts,
  points: null,
  rank: null,
  events: [],
  day: '2026-11-22',
  ...more,
})
const only = (one: Condition, of: Standing) => distanceTo(step([one]), of).distances[0]

describe('distance to a condition', () => {
  const staffShare = condition('staff', {
    quantity: { kind: 'share', numerator: ['rd_staff'], denominator: ['staff_total'] },
    is: '>=',
    limit: 10,
  })
  const rdShare = condition('rd', {
    quantity: { kind: 'share', numerator: ['rd_expense', 'rd_expense@-1'], denominator: ['revenue', 'revenue@-1'] },
    is: '>=',
    limit: {
      fact: 'revenue',
      cases: [
        { below: 5000.000001, value: 5 },
        { below: 20000.000001, value: 4 },
        { below: null, value: 3 },
      ],
    },
  })

  test('met, short by how much and what would do, unknown with what is missing', () => {
    expect(only(staffShare, standing({ rd_staff: 10, staff_total: 100 }))).toMatchObject({ state: 'met', value: 10, limit: 10, lack: null })
    expect(only(staffShare, standing({ rd_staff: 8, staff_total: 100 }))).toMatchObject({
      state: 'short',
      value: 8,
      lack: 2,
      part: 0.8,
      remedy: { fact: 'rd_staff', by: 2 },
    })
    expect(only(staffShare, standing({ rd_staff: null, staff_total: 100 }))).toMatchObject({
      state: 'unknown',
      value: null,
      lack: null,
      missing: ['rd_staff'],
    })
  })

  test.each([
    [5000, 5],
    [5001, 4],
    [20000, 4],
    [20001, 3],
  ])('revenue of %d asks for %d %%', (revenue, limit) => {
    expect(only(rdShare, standing({ revenue, 'revenue@-1': 100, rd_expense: 0, 'rd_expense@-1': 0 }))?.limit).toBe(limit)
  })

  test('an unknown size leaves the limit unknown; several years are summed; the first one carries the remedy', () => {
    expect(only(rdShare, standing({ 'revenue@-1': 100, rd_expense: 1, 'rd_expense@-1': 1 }))).toMatchObject({
      state: 'unknown',
      limit: null,
    })
    const short = only(rdShare, standing({ revenue: 1000, 'revenue@-1': 1000, rd_expense: 40, 'rd_expense@-1': 30 }))
    expect(short).toMatchObject({ state: 'short', value: 3.5, limit: 5, remedy: { fact: 'rd_expense', by: 30 } })
  })

  test('growth over years is a yearly rate; from nothing it is unknown', () => {
    const growth = condition('growth', {
      quantity: { kind: 'growth', now: 'revenue', before: 'revenue@-2', years: 2 },
      is: '>=',
      limit: 20,
    })
    expect(only(growth, standing({ revenue: 144, 'revenue@-2': 100 }))?.state).toBe('met')
    const short = only(growth, standing({ revenue: 121, 'revenue@-2': 100 }))
    expect(short?.value).toBeCloseTo(10, 10)
    expect(short?.remedy?.by).toBeCloseTo(23, 10)
    expect(only(growth, standing({ revenue: 121, 'revenue@-2': 0 }))).toMatchObject({ state: 'unknown', missing: [] })
  })

  test('points, place and a clean record', () => {
    const points = condition('points', { quantity: { kind: 'points' }, is: '>=', limit: 55 })
    expect(only(points, standing({}, { points: 50 }))).toMatchObject({ state: 'short', lack: 5, remedy: null })
    expect(only(points, standing({}))?.state).toBe('unknown')
    const top = condition('top', { quantity: { kind: 'top_share' }, is: '<=', limit: 5 })
    expect(only(top, standing({}, { rank: { rank: 5, count: 100 } }))?.state).toBe('met')
    expect(only(top, standing({}, { rank: { rank: 6, count: 100 } }))).toMatchObject({ state: 'short', value: 6, lack: 1 })
    const record = condition('record', { quantity: { kind: 'events', codes: ['penalty'], withinDays: 365 }, is: '<=', limit: 0 })
    const event = (on: string, isRepaired = false) => ({ events: [{ code: 'penalty', on, isRepaired }] })
    expect(only(record, standing({}, event('2026-01-10')))?.state).toBe('short')
    expect(only(record, standing({}, event('2025-11-22')))?.state).toBe('met')
    expect(only(record, standing({}, event('2026-01-10', true)))?.state).toBe('met')
  })

  test('the remedy does it, and no less would: for any share that is short', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 100, max: 9999 }), (researchers, staff) => {
        const short = only(staffShare, standing({ rd_staff: researchers, staff_total: staff }))
        if (short?.state !== 'short' || !short.remedy) return
        const enough = Math.ceil(short.remedy.by - 1e-9)
        expect(only(staffShare, standing({ rd_staff: researchers + enough, staff_total: staff }))?.state).toBe('met')
        if (enough > 1) expect(only(staffShare, standing({ rd_staff: researchers + enough - 1, staff_total: staff }))?.state).toBe('short')
      }),
    )
  })

  test('the nearest is the one with the largest part of the way behind it', () => {
    const far = condition('far', { quantity: { kind: 'fact', fact: 'patents' }, is: '>=', limit: 10 })
    const found = distanceTo(step([far, staffShare]), standing({ patents: 1, rd_staff: 9, staff_total: 100 }))
    expect(found).toMatchObject({ met: 0, short: 2, unknown: 0 })
    expect(nearestOf(found)?.condition).toBe('staff')
  })
})

describe('the ladder', () => {
  const ladders = LADDERS as unknown as Ladder[]

  test('six steps in their order, each with a source; conditions have codes of their own', () => {
    const [ladder] = ladders
    expect(ladder?.steps.map(({ code }) => code)).toEqual(['tech_sme', 'high_tech', 'fledgling', 'gazelle', 'little_giant', 'leader'])
    for (const { sources, conditions } of ladder?.steps ?? []) {
      expect(sources.length).toBeGreaterThan(0)
      expect(new Set(conditions.map(({ code }) => code)).size).toBe(conditions.length)
    }
    expect(ladder && ladderFacts(ladder)).toContain('revenue@-2')
  })

  test('the next step follows the highest that is held, whatever lies below', () => {
    const ladder = ladders[0] as Ladder
    expect(nextStep(ladder, new Set()).next?.code).toBe('tech_sme')
    expect(nextStep(ladder, new Set(['high_tech']))).toMatchObject({ current: { code: 'high_tech' }, next: { code: 'fledgling' } })
    expect(nextStep(ladder, new Set(['leader', 'tech_sme']))).toMatchObject({ current: { code: 'leader' }, next: null })
  })

  test('the ladder of the day', () => {
    const one = ladders[0] as Ladder
    const later = { ...one, validFrom: '2026-06-01' }
    expect(ladderOn([one, later], '2026-05-31')).toBe(one)
    expect(ladderOn([one, later], '2026-06-01')).toBe(later)
    expect(ladderOn([one], '2024-12-31')).toBeUndefined()
  })
})
