import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compactKey, fold, normalise, plainText } from './normalise.ts'
import { segment } from './segments.ts'

// Halves of characters too.
const ANY_CHARACTER = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code))

describe('normalise', () => {
  test.each([
    ['ＧＢ　９７０６．１', 'gb 9706 1'],
    ['Agilent 1260 Infinity Ⅱ', 'agilent 1260 infinity ii'],
    ['  液相色谱－质谱  ', '液相色谱 质谱'],
    ['Ménière μm', 'meniere μm'],
    ['🔬💉', ''],
    ['\u0000%_\\\'"', ''],
    ['\ud800液', '液'],
    ['㎏', 'kg'],
  ])('%j → %j', (text, expected) => {
    expect(normalise(text)).toBe(expected)
  })

  test('the compact key drops every gap', () => {
    expect(compactKey('LC-20 AP')).toBe('lc20ap')
  })

  test('offsets run through the text in order, a whole code point at a time', () => {
    fc.assert(
      fc.property(fc.string({ unit: ANY_CHARACTER }), (text) => {
        const edges = new Set([
          0,
          ...Array.from(
            text,
            (
              (at) => (codePoint: string) =>
                (at += codePoint.length)
            )(0),
          ),
        ])
        return fold(text).every(({ start, end, char }, index, all) => {
          const before = all[index - 1]
          const follows = !before || before.end === start || (before.start === start && before.end === end)
          return edges.has(start) && edges.has(end) && start < end && char !== '' && follows
        })
      }),
    )
  })

  test('normalising twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: ANY_CHARACTER }), (text) => normalise(normalise(text)) === normalise(text)))
  })

  test('plain text has no control characters', () => {
    expect(plainText(' a\u0000b\n')).toBe('a b')
  })
})

describe('segment', () => {
  test('runs, words, and words that belong together', () => {
    const parts = segment('ICP-MS 质谱仪X射线').map(({ kind, chars, joinsNext }) => [kind, chars.join(''), joinsNext])
    expect(parts).toEqual([
      ['word', 'icp', true],
      ['word', 'ms', false],
      ['han', '质谱仪', false],
      ['word', 'x', false],
      ['han', '射线', false],
    ])
  })

  test('gaps between characters may be closed', () => {
    expect(segment('液相色谱-质谱').map(({ chars }) => chars.join(''))).toEqual(['液相色谱', '质谱'])
    expect(segment('液相色谱-质谱', true).map(({ chars }) => chars.join(''))).toEqual(['液相色谱质谱'])
  })
})
