import { describe, expect, test } from 'vitest'
import { parseSearch, stringifySearch } from '../../lib/search-params.ts'
import {
  apiQuery,
  appliedOf,
  parseConditions,
  sortOf,
  toggle,
  windowDays,
  withoutCondition,
  withoutConditions,
} from './search-conditions.ts'

const now = new Date('2026-11-25T10:20:30+08:00') // a Wednesday

describe('address', () => {
  test('goes there and back', () => {
    const conditions = parseConditions({
      q: '液相色谱',
      kind: ['instrument', 'laboratory'],
      class: '0105',
      minutes: '120',
      window: 'week',
      sort: 'earliest',
    })
    expect(parseConditions(parseSearch(stringifySearch(conditions)))).toEqual(conditions)
    expect(stringifySearch(conditions)).toContain('kind=instrument&kind=laboratory')
  })
  test('leaves out what it does not understand', () => {
    expect(
      parseConditions({
        q: '  ',
        kind: ['rocket', 'instrument'],
        priceFrom: '-3',
        from: '2026-02-30',
        minutes: 'long',
        sort: 'random',
        junk: '1',
      }),
    ).toEqual({ kind: ['instrument'] })
  })
  test('a query that looks like a number stays text', () => {
    expect(parseConditions(parseSearch('?q=10993'))).toEqual({ q: '10993' })
  })
})

describe('window', () => {
  test.each([
    ['week', '2026-11-25', '2026-11-29'],
    ['next_week', '2026-11-30', '2026-12-06'],
    ['month', '2026-11-25', '2026-12-24'],
    [undefined, '2026-11-25', '2026-12-08'],
  ] as const)('%s', (window, from, to) => {
    expect(windowDays(window ? { window } : {}, '2026-11-25')).toEqual({ from, to })
  })
  test('own days are kept in order, from today, and within a quarter', () => {
    expect(windowDays({ window: 'days', from: '2026-11-20', to: '2026-11-27' }, '2026-11-25')).toEqual({
      from: '2026-11-25',
      to: '2026-11-27',
    })
    expect(windowDays({ window: 'days', from: '2026-12-05', to: '2026-12-01' }, '2026-11-25')).toEqual({
      from: '2026-12-05',
      to: '2026-12-05',
    })
    expect(windowDays({ window: 'days', from: '2026-12-01', to: '2027-12-01' }, '2026-11-25').to).toBe('2027-03-02')
  })
})

describe('query of the API', () => {
  test('asks for free time from this minute to the end of the last day', () => {
    expect(apiQuery({ q: 'yxsp', minutes: '90', window: 'week' }, now)).toEqual({
      q: 'yxsp',
      sort: 'earliest',
      freeMinutes: 90,
      freeFrom: '2026-11-25T02:20:00.000Z',
      freeTo: '2026-11-29T16:00:00.000Z',
    })
  })
  test('the earliest start has a length and a window of its own', () => {
    expect(apiQuery({ sort: 'earliest' }, now)).toMatchObject({ freeMinutes: 120, freeTo: '2026-12-08T16:00:00.000Z' })
  })
  test('distance needs a place', () => {
    expect(sortOf({ sort: 'distance' })).toBe('relevance')
    expect(apiQuery({ sort: 'distance', km: '15', lon: '121.3', lat: '31.2' }, now)).toEqual({
      sort: 'distance',
      withinKm: 15,
      lon: '121.3',
      lat: '31.2',
    })
    expect(apiQuery({ km: '15', lon: '121.3' }, now)).toEqual({ sort: 'relevance' })
  })
})

describe('applied conditions', () => {
  const conditions = parseConditions({ q: '电镜', kind: 'instrument', accreditation: ['cma', 'cnas'], minutes: '60', priceTo: '500' })
  test('each can be removed alone', () => {
    expect(appliedOf(conditions)).toHaveLength(5)
    for (const applied of appliedOf(conditions)) expect(appliedOf(withoutCondition(conditions, applied))).toHaveLength(4)
  })
  test('clearing keeps the words', () => {
    expect(withoutConditions(conditions)).toEqual({ q: '电镜' })
  })
  test('a value is put in and taken out', () => {
    expect(toggle({ kind: ['instrument'] }, 'kind', 'laboratory').kind).toEqual(['instrument', 'laboratory'])
    expect(toggle({ kind: ['instrument'] }, 'kind', 'instrument')).toEqual({})
  })
})
