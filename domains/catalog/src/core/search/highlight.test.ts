import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { highlight, needlesOf } from './highlight.ts'
import { planQuery } from './query-plan.ts'
import { vocabularyOf } from './vocabulary.ts'

// Halves of characters too.
const ANY_CHARACTER = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code))

const vocabulary = vocabularyOf()
const marked = (query: string, text: string) => {
  const plan = planQuery(query, vocabulary)
  return highlight(text, needlesOf(plan.reading, plan.alsoIncludes)).map(({ start, end }) => text.slice(start, end))
}

describe('highlight', () => {
  test.each([
    ['液相色谱', '高效液相色谱仪', ['高效液相色谱']],
    ['质谱联用', '液相色谱-三重四极杆质谱联用仪', ['质谱联用']],
    ['色谱三重', '液相色谱-三重四极杆质谱联用仪', ['色谱-三重']],
    ['agil', 'Agilent 1260 Infinity II', ['Agil']],
    ['1260', 'Agilent 1260 Infinity II', ['1260']],
    ['yxsp', '高效液相色谱仪', ['液相色谱']],
    ['yexiangsepu', '高效液相色谱仪', ['液相色谱']],
    ['核磁', 'Bruker NMR 500', ['NMR']],
    ['16886.5', 'GB/T 16886.5-2017', ['GB/T 16886.5-2017']],
    ['ISO 10993-5', 'GB/T 16886.5-2017', ['GB/T 16886.5-2017']],
    ['ＧＢ９７０６．１', 'GB 9706.1-2020', ['GB 9706.1-2020']],
    ['finity', 'Agilent 1260 Infinity II', ['finity']],
    ['液相', '🔬液相', ['液相']],
    ['质谱', '热重分析仪', []],
  ])('%s in %s: %j', (query, text, expected) => {
    expect(marked(query, text)).toEqual(expected)
  })

  test('ranges lie inside the text, sorted and disjoint, and cut no character in half', () => {
    const unit = fc.constantFrom(...'液相色谱仪agilent 120-/.🔬Ⅱ𠮷')
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 12 }),
        fc.oneof(fc.string({ unit, maxLength: 40 }), fc.string({ unit: ANY_CHARACTER })),
        (query, text) => {
          const plan = planQuery(query, vocabulary)
          const splitsPair = (at: number) => /[\ud800-\udbff]$/.test(text.slice(0, at)) && /^[\udc00-\udfff]/.test(text.slice(at))
          return highlight(text, needlesOf(plan.reading, plan.alsoIncludes)).every(({ start, end }, index, all) => {
            const last = all[index - 1]?.end ?? -1
            return last < start && start < end && end <= text.length && !splitsPair(start) && !splitsPair(end)
          })
        },
      ),
    )
  })
})
