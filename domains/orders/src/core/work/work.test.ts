import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWithin, yieldPercent } from './batch-check.ts'
import { calibrationOn } from './calibration.ts'
import { judgeValue, verdictOf } from './judge.ts'
import { MAX_RESULT_ROWS, readResultRows } from './read-results.ts'
import { findStudyProblems, type StudyFacts } from './study.ts'
import { TASK_TRANSITIONS, taskActsOf } from './task-machine.ts'
import { TASK_STATES } from './vocabulary.ts'
import { workOf } from './work-kind.ts'

describe('limits', () => {
  test.each([
    ['0.5', null, '0.5', 'pass'],
    ['0.51', null, '0.5', 'fail'],
    ['<0.1', null, '0.5', 'pass'],
    ['<0.9', null, '0.5', undefined],
    ['>300', null, '200', 'fail'],
    ['>300', '200', null, 'pass'],
    ['<5', '10', null, 'fail'],
    ['−3', '-5', '5', 'pass'],
    ['未检出', null, '0.5', undefined],
    ['0.5', null, null, undefined],
  ])('%s within %s and %s is %s', (value, low, high, expected) => {
    expect(judgeValue(value, { low, high })).toBe(expected)
  })

  test('a person agrees with the limits; what is outside cannot be left unjudged', () => {
    const limits = { low: null, high: '0.5' }
    expect(verdictOf('0.9', limits, 'pass')).toBeUndefined()
    expect(verdictOf('0.9', limits, 'not_judged')).toBeUndefined()
    expect(verdictOf('0.9', limits, undefined)).toBe('fail')
    expect(verdictOf('0.1', limits, 'not_judged')).toBe('not_judged')
    expect(verdictOf('无菌生长', limits, 'pass')).toBe('pass')
    expect(verdictOf('无菌生长', limits, undefined)).toBe('not_judged')
  })

  test('every number is judged as arithmetic says', () => {
    const number = fc.integer({ min: -1000, max: 1000 })
    fc.assert(
      fc.property(number, number, number, (value, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const expected = value >= low && value <= high ? 'pass' : 'fail'
        expect(judgeValue(String(value), { low: String(low), high: String(high) })).toBe(expected)
      }),
    )
  })
})

describe('a file of results', () => {
  const rows = (...lines: string[]) => lines.map((line, index) => ({ row: index + 1, cells: line.split(',') }))

  test('headers in Chinese or English, in any order, empty lines left out', () => {
    expect(readResultRows(rows('Value,Parameter,Verdict', '1,铅,pass', ',,')).results).toMatchObject([
      { row: 2, parameter: '铅', value: '1', verdict: 'pass', limitLow: null },
    ])
  })
  test('each mistake has its row and column', () => {
    expect(readResultRows(rows('参数,备注', '铅,x')).errors).toMatchObject([
      { row: 1, column: '备注', reason: 'header_unknown' },
      { row: 1, column: '结果', reason: 'header_missing' },
    ])
    expect(readResultRows(rows('参数,结果,下限,判定', '铅,1,x,maybe', '铅,2,,')).errors).toMatchObject([
      { row: 2, column: '下限', value: 'x', reason: 'not_a_number' },
      { row: 2, column: '判定', value: 'maybe', reason: 'not_a_verdict' },
      { row: 3, column: '参数', value: '铅', reason: 'repeated' },
    ])
  })
  test('too many rows are refused as a whole', () => {
    const lines = Array.from({ length: MAX_RESULT_ROWS + 1 }, (_, index) => `p${index},1`)
    expect(readResultRows(rows('参数,结果', ...lines)).errors).toMatchObject([{ reason: 'too_many_rows' }])
  })
})

test('every state of a task is reached, and a closed one is left by nothing but reopening', () => {
  const reached = new Set<string>(['planned', ...TASK_TRANSITIONS.map(({ to }) => to)])
  expect(TASK_STATES.filter((state) => !reached.has(state))).toEqual([])
  expect(taskActsOf({ state: 'checked', kind: 'test' })).toEqual(['reopen'])
  expect(taskActsOf({ state: 'void', kind: 'test' })).toEqual([])
  expect(taskActsOf({ state: 'running', kind: 'batch' })).toEqual(['void'])
})

test('what an item asks for', () => {
  expect(workOf({ kind: 'test', serviceKind: 'testing_service' })).toBe('test')
  expect(workOf({ kind: 'test', serviceKind: null })).toBe('test')
  expect(workOf({ kind: 'test', serviceKind: 'pilot_line' })).toBe('batch')
  expect(workOf({ kind: 'test', serviceKind: 'data_set' })).toBe('access')
  expect(workOf({ kind: 'discount', serviceKind: 'testing_service' })).toBeNull()
})

test.each([
  [null, 'unknown'],
  ['2026-11-22', 'overdue'],
  ['2026-11-23', 'due_soon'],
  ['2027-11-23', 'valid'],
])('a calibration due on %s is %s on 2026-11-23', (dueOn, state) => {
  expect(calibrationOn(dueOn, '2026-11-23')).toBe(state)
})

test('a check of a batch keeps its limits; words do not keep numbers', () => {
  const check = { parameter: '净重', unit: 'g', low: '99', high: '101' }
  expect([isWithin('100', check), isWithin('98', check), isWithin('约一百', check)]).toEqual([true, false, false])
  expect(isWithin('清澈', { ...check, low: null, high: null })).toBeNull()
  expect(yieldPercent('9.8', '10')).toBe('98.00')
})

describe('what keeps a study from going on', () => {
  const inspection = {
    kind: 'study' as const,
    subject: '植入',
    inspectedOn: '2026-11-20',
    managementSeenOn: '2026-11-21',
    directorSeenOn: '2026-11-21',
    isClosed: true,
  }
  const ready: StudyFacts = {
    phases: [{ name: '植入', begunOn: '2026-11-20', endedOn: '2026-11-20' }],
    openPlans: 0,
    unjudgedDeviations: 0,
    inspections: [inspection],
    hasStatement: true,
    archived: ['plan', 'raw_data', 'report'],
  }
  const codes = (act: Parameters<typeof findStudyProblems>[0], facts: Partial<StudyFacts>) =>
    findStudyProblems(act, { ...ready, ...facts }).map(({ code }) => code)

  test('nothing, when all is there', () => {
    for (const act of ['complete', 'state', 'finalise', 'archive'] as const) expect(codes(act, {})).toEqual([])
  })
  test.each([
    ['complete', { phases: [{ name: '取材', begunOn: null, endedOn: null }] }, 'orders.study_phases_open'],
    ['complete', { openPlans: 1 }, 'orders.study_plan_unsigned'],
    ['state', { unjudgedDeviations: 2 }, 'orders.study_deviations_unjudged'],
    ['state', { inspections: [] }, 'orders.study_not_inspected'],
    ['state', { inspections: [{ ...inspection, directorSeenOn: null }] }, 'orders.inspections_unreported'],
    ['finalise', { hasStatement: false }, 'orders.study_without_statement'],
    ['archive', { archived: ['plan'] }, 'orders.archive_incomplete'],
  ] as const)('%s: %o', (act, facts, code) => {
    expect(codes(act, facts)).toEqual([code])
  })
})
