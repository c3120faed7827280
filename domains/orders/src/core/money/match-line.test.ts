import { describe, expect, test } from 'vitest'
import { fingerprintText, readStatement } from './bank-lines.ts'
import { type Candidates, matchLine, transferCodeOf } from './match-line.ts'

const [A, B] = ['01900000-0000-7000-8000-0000000000a1', '01900000-0000-7000-8000-0000000000b2']
const line = { bookedOn: '2026-11-20', amountFen: 271_200n, counterpartyName: '', counterpartyAccount: '', reference: '', serial: '' }
const candidates: Candidates = {
  payments: [
    { id: 'p1', number: 'PAY-20261118-7F3K9QX', organisationId: A, organisationName: '澜心医疗科技（上海）有限公司', amountFen: 271_200n },
    { id: 'p2', number: 'PAY-20261119-0000000', organisationId: B, organisationName: '澄心医疗', amountFen: 50_000n },
    { id: 'p3', number: 'PAY-20261119-1111111', organisationId: B, organisationName: '澄心医疗', amountFen: 50_000n },
  ],
  codes: new Map([
    [transferCodeOf(A), A],
    [transferCodeOf(B), B],
  ]),
  orders: new Map([['ORD-20261109-0000417', B]]),
  outgoings: [{ id: 'w1', number: 'RFD-20261120-ABCDEFG', accountName: '澄心医疗', amountFen: 8_800n }],
}

describe('what a line certainly is', () => {
  test.each([
    ['number and amount', { reference: '货款 pay-20261118-7f3k9qx' }, { by: 'number', organisationId: A, paymentId: 'p1' }],
    ['number, other amount', { reference: 'PAY-20261118-7F3K9QX', amountFen: 1n }, { by: 'number', organisationId: A, paymentId: null }],
    ['code with spaces', { reference: `检测费 ${transferCodeOf(B).replace('JJ', 'JJ ')}` }, { by: 'code', organisationId: B }],
    ['order', { reference: 'ORD-20261109-0000417 尾款' }, { by: 'order', organisationId: B }],
    ['name and amount', { counterpartyName: '澜心医疗科技(上海)有限公司' }, { by: 'name_and_amount', paymentId: 'p1' }],
    ['refund by number', { reference: '退款 RFD-20261120-ABCDEFG', amountFen: -8_800n }, { by: 'number', outgoingId: 'w1' }],
    ['refund by name and amount', { counterpartyName: '澄心医疗', amountFen: -8_800n }, { by: 'name_and_amount', outgoingId: 'w1' }],
  ])('%s', (_, change, expected) => expect(matchLine({ ...line, ...change }, candidates)).toMatchObject(expected))

  test.each([
    ['nothing said', {}],
    ['two announcements of one amount', { counterpartyName: '澄心医疗', amountFen: 50_000n }],
    ['two codes', { reference: `${transferCodeOf(A)} ${transferCodeOf(B)}` }],
    ['refund of another amount', { reference: 'RFD-20261120-ABCDEFG', amountFen: -8_801n }],
    ['name without announced amount', { counterpartyName: '澜心医疗科技（上海）有限公司', amountFen: 5n }],
  ])('a person decides: %s', (_, change) => expect(matchLine({ ...line, ...change }, candidates)).toBeUndefined())
})

describe('reading a statement', () => {
  const table = (...rows: string[][]) => rows.map((cells, index) => ({ row: index + 1, cells }))

  test('columns of receipts and payments, with lines before the header and a sum at the end', () => {
    const read = readStatement(
      table(
        ['账号', '3100 0000 0000'],
        ['交易日期', '收入金额(元)', '支出金额(元)', '对方户名', '摘要', '附言', '流水号'],
        ['2026-11-20', '2,712.00', '', '澜心医疗', '检测费', 'PAY-1', 'S1'],
        ['20261121', '', '88.00', '澄心医疗', '退款', '', 'S2'],
        ['合计', '', '', '', '', '', ''],
      ),
    )
    expect(read?.lines).toEqual([
      {
        bookedOn: '2026-11-20',
        amountFen: 271_200n,
        counterpartyName: '澜心医疗',
        counterpartyAccount: '',
        reference: '检测费 PAY-1',
        serial: 'S1',
      },
      {
        bookedOn: '2026-11-21',
        amountFen: -8_800n,
        counterpartyName: '澄心医疗',
        counterpartyAccount: '',
        reference: '退款',
        serial: 'S2',
      },
    ])
    expect(read?.problems.map(({ row, reason }) => [row, reason])).toEqual([])
  })

  test('one amount with a sign or a side', () => {
    const read = readStatement(
      table(
        ['日期', '交易金额', '借贷标志', '摘要'],
        ['2026/11/02', '100', '贷', 'a'],
        ['2026/11/02', '100', '借', 'b'],
        ['2026/11/02', '−5.5', '', 'c'],
        ['2026/13/02', '5', '贷', 'd'],
        ['2026/11/03', '5', '?', 'e'],
        ['2026/11/03', 'x', '贷', 'f'],
      ),
    )
    expect(read?.lines.map(({ amountFen }) => amountFen)).toEqual([10_000n, -10_000n, -550n])
    expect(read?.problems.map(({ row, reason }) => [row, reason])).toEqual([
      [5, 'day'],
      [6, 'side'],
      [7, 'amount'],
    ])
  })

  test('no header, no statement', () => expect(readStatement(table(['a', 'b'], ['1', '2']))).toBeUndefined())

  test('the same line is the same in another statement; two alike in one are two', () => {
    expect(fingerprintText({ ...line, serial: 'S1' }, 0)).toBe(fingerprintText({ ...line, serial: 'S1', reference: 'x' }, 0))
    expect(fingerprintText(line, 0)).not.toBe(fingerprintText(line, 1))
  })
})
