import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deltaOf, type ItemChange } from './amendment.ts'
import { type AgreementContent, textOf } from './content.ts'
import { differenceOf } from './difference.ts'
import { applyChanges } from './terms.ts'

const joined = (pieces: ReturnType<typeof differenceOf>, kind: 'removed' | 'added') =>
  pieces.flatMap((piece) => (piece.kind === 'same' || piece.kind === kind ? [piece.text] : [])).join('')

describe('difference', () => {
  test.each([
    ['one word', '保密义务五年内有效', '保密义务三年内有效', '保密义务[-五-][+三+]年内有效'],
    ['a number as a whole', '赔偿以总价的 200% 为限', '赔偿以总价的 150% 为限', '赔偿以总价的 [-200-][+150+]% 为限'],
    ['an end', '运费由甲方承担。', '运费由甲方承担，乙方代办。', '运费由甲方承担[+，乙方代办+]。'],
    ['nothing', '不变', '不变', '不变'],
    ['all', '', '新增条款', '[+新增条款+]'],
  ])('%s', (_case, before, after, expected) => {
    const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['[+', '+]'] } as const
    expect(
      differenceOf(before, after)
        .map(({ kind, text }) => marks[kind][0] + text + marks[kind][1])
        .join(''),
    ).toBe(expected)
  })

  test('its pieces are the old and the new text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('甲', '乙', 'a', '1', ' '), maxLength: 60 }),
    )
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = differenceOf(before, after)
        expect([joined(pieces, 'removed'), joined(pieces, 'added')]).toEqual([before, after])
      }),
    )
  })

  test('long texts are compared in bounded time', () => {
    const before = Array.from({ length: 4000 }, (_, index) => String.fromCodePoint(0x4e00 + (index % 2000))).join('')
    const after = [...before].reverse().join('')
    const pieces = differenceOf(before, after)
    expect([joined(pieces, 'removed'), joined(pieces, 'added')]).toEqual([before, after])
  })
})

describe('clauses', () => {
  const clauses = [
    { key: '1', heading: '期限', text: '五年' },
    { key: '2', heading: '用途', text: '仅限本协议' },
  ]
  test('changes are applied one after the other to their own topic', () => {
    expect(
      applyChanges('confidentiality', clauses, [
        { topic: 'liability', kind: 'strike', key: '1', heading: '', text: '' },
        { topic: 'confidentiality', kind: 'replace', key: '1', heading: '期限', text: '三年' },
        { topic: 'confidentiality', kind: 'add', key: 'c3', heading: '论文', text: '须经书面同意' },
        { topic: 'confidentiality', kind: 'strike', key: '2', heading: '', text: '' },
        { topic: 'confidentiality', kind: 'replace', key: '1', heading: '期限', text: '四年' },
      ]),
    ).toEqual([
      { key: '1', heading: '期限', text: '四年' },
      { key: 'c3', heading: '论文', text: '须经书面同意' },
    ])
  })
})

test('the text of an agreement does not depend on the order of its keys', () => {
  const content = { form: 1, number: 'ORD-1', particulars: { model: 'A', batch: 'B' } } as unknown as AgreementContent
  const other = { particulars: { batch: 'B', model: 'A' }, number: 'ORD-1', form: 1 } as unknown as AgreementContent
  expect(textOf(other)).toBe(textOf(content))
})

test('what an amendment changes sums to its difference', () => {
  const add: ItemChange = {
    change: 'add',
    kind: 'test',
    name: '',
    method: '',
    quantity: 2,
    sampleCount: 0,
    unit: 'item',
    unitPriceFen: '30000',
  }
  expect(
    deltaOf([
      add,
      { change: 'remove', itemId: '', name: '', amountFen: '10000' },
      { change: 'reprice', itemId: '', name: '', before: { quantity: 1, unitPriceFen: '120000' }, quantity: 2, unitPriceFen: '100000' },
      { change: 'subcontract', itemId: '', name: '' },
    ]),
  ).toBe(60000n - 10000n + 80000n)
})
