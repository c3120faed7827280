import { CODE_KEYWORD, codeInFile, readVerificationCode, verificationCode } from '@jiju/kernel/verification-code'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missingIn, type ReportContent } from './complete.ts'
import { maySign, REPORT_TRANSITIONS, type ReportAct, reportAllows } from './report-machine.ts'
import { reportNumber } from './report-number.ts'
import { marksOf, type Scope } from './scope.ts'
import { REPORT_STATES } from './vocabulary.ts'

test('a number is body code, year, class and serial', () => {
  expect(reportNumber({ bodyCode: 'PJ', year: 2026, classCode: 'S', serial: 3381 })).toBe('PJ-2026-S-03381')
})

describe('verification codes', () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })

  test('every 80 bits have a code of their own that is read back however it is typed', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const code = verificationCode(one)
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
        expect(readVerificationCode(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`)).toBe(code)
        expect(code === verificationCode(other)).toBe(Buffer.compare(one, other) === 0)
        expect(codeInFile(`%PDF /Keywords (${CODE_KEYWORD}${code})`)).toBe(code)
      }),
    )
  })

  test.each(['', '7K3M', '7K3M-9Q2X-H4TD-0WYEE', '7K3M-9Q2X-H4TD-0WYU', "' or 1=1"])('%j is none', (typed) => {
    expect(readVerificationCode(typed)).toBeUndefined()
  })
})

describe('who signs', () => {
  const signers = { preparedBy: 'a', checkedBy: 'b' }
  test.each([
    ['check', 'a', false],
    ['check', 'b', true],
    ['approve', 'a', false],
    ['approve', 'b', false],
    ['approve', 'c', true],
    ['prepare', 'a', true],
  ] as const)('%s by %s: %s', (act, person, may) => {
    expect(maySign(act, person, signers)).toBe(may)
  })

  test('what was issued leads nowhere but to its end', () => {
    const acts = Object.keys(REPORT_TRANSITIONS) as ReportAct[]
    expect(acts.filter((act) => reportAllows('issued', act))).toEqual(['replace', 'withdraw'])
    for (const state of REPORT_STATES.filter((one) => ['replaced', 'withdrawn', 'discarded'].includes(one)))
      expect(acts.filter((act) => reportAllows(state, act))).toEqual([])
  })
})

describe('marks of accreditation', () => {
  const scope = (serviceId: string, scheme: string, validFrom = '2024-01-01', validTo: string | null = '2027-01-01'): Scope => ({
    serviceId,
    scheme,
    certificateNo: `${scheme} 1`,
    validFrom,
    validTo,
  })
  const items = [
    { key: '0', serviceId: 'a' },
    { key: '1', serviceId: 'b' },
    { key: '2', serviceId: null },
  ]

  test.each([
    ['one scheme for one item', [scope('a', 'cma')], '2026-11-20', [{ scheme: 'cma', certificateNo: 'cma 1', outside: ['1', '2'] }]],
    ['on the last day', [scope('a', 'cma')], '2027-01-01', [{ scheme: 'cma', certificateNo: 'cma 1', outside: ['1', '2'] }]],
    ['a day after', [scope('a', 'cma')], '2027-01-02', []],
    ['a day before', [scope('a', 'cma')], '2023-12-31', []],
    [
      'without an end',
      [scope('b', 'cnas', '2024-01-01', null)],
      '2030-01-01',
      [{ scheme: 'cnas', certificateNo: 'cnas 1', outside: ['0', '2'] }],
    ],
    ['another scheme', [scope('a', 'glp')], '2026-11-20', []],
    ['nothing of this report', [scope('z', 'cma')], '2026-11-20', []],
  ] as const)('%s', (_name, scopes, day, marks) => {
    expect(marksOf(items, scopes, day)).toEqual(marks)
  })
})

test('everything that is missing is said at once', () => {
  const item = { itemId: null, name: '细胞毒性', method: '', sample: '', requirement: '', result: ' ', unit: '', verdict: 'pass' } as const
  const content: ReportContent = { fields: { client: '澜心' }, items: [item], conclusion: '', remarks: '' }
  expect(missingIn(content, ['client', 'sample_name']).map(({ code }) => code)).toEqual([
    'orders.report_sample_name_missing',
    'orders.report_result_missing',
    'orders.report_conclusion_missing',
  ])
  expect(missingIn({ ...content, items: [] }, []).map(({ code }) => code)).toEqual([
    'orders.report_items_missing',
    'orders.report_conclusion_missing',
  ])
})
