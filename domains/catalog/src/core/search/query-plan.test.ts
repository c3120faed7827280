import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planQuery, wideTiers } from './query-plan.ts'
import { expandTerms } from './synonyms.ts'
import { toTsQuery } from './ts-query.ts'
import { vocabularyOf } from './vocabulary.ts'

// Halves of characters too.
const ANY_CHARACTER = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code))

const vocabulary = vocabularyOf({ successions: [{ predecessor: 'YY/T 0316-2016', successor: 'GB/T 42062-2022' }] })
const plan = (text: string, literal = false) => planQuery(text, vocabulary, { literal })
const tier = (text: string, name: string) => {
  const found = [...plan(text).core, ...plan(text).fallback, ...plan(text).sound].find((one) => one.name === name)
  return found && toTsQuery(found.condition)
}
const NOTHING_KNOWN = { words: new Map(), standards: new Map() }

describe('query plan', () => {
  test.each([
    ['液相色谱', 'all_words', "('液相' <2> '色谱')"],
    ['高效液相色', 'all_words', "('高效' <2> '液相' <1> '相色')"],
    ['液', 'all_words', "'u=液'"],
    ['Agilent 1260', 'all_words', "('agilent' & '1260')"],
    ['LC-20AP', 'all_words', "('lc20ap' | ('lc' <1> '20ap'))"],
    ['GB 9706.1', 'all_words', "('s=gb9706.1' | 'p=gb9706.1')"],
    ['9706.1-2020', 'all_words', "('s=9706.1-2020' | ('9706' <1> '1' <1> '2020'))"],
    ['Agilent 1260', 'exact', "('m=agilent1260' | 'n=agilent1260')"],
    ['gb9706.1', 'exact', "('m=gb97061' | 'n=gb97061' | 's=gb9706.1')"],
    ['液相色谱', 'name_start', "('^液相' <2> 'a=色谱')"],
    ['yxsp', 'pinyin', "(('yxsp' | ('i=yx' <2> 'i=sp')) | ('i=yx' <2> 'i=sp') | 'mp=yxsp':*)"],
    ['液向色谱', 'sound', "(('f=ye' <1> 'f=xiang' <1> 'f=se' <1> 'f=pu') | ('液向' <2> '色谱'))"],
  ])('%s: %s looks for %s', (text, name, expected) => {
    expect(tier(text, name)).toBe(expected)
  })

  test('full pinyin is read as syllables, a last one that is still typed is left out', () => {
    expect(tier('yexiangsepu', 'pinyin')).toContain("('f=ye' <1> 'f=xiang' <1> 'f=se' <1> 'f=pu')")
    expect(tier('ye xiang se pu', 'pinyin')).toContain("('f=ye' <1> 'f=xiang' <1> 'f=se' <1> 'f=pu')")
    expect(tier('yexiangsep', 'pinyin')).toContain("('f=ye' <1> 'f=xiang' <1> 'f=se')")
  })

  test('one wrong, missing or extra character', () => {
    const variants = plan('液向色谱').oneOff.map(toTsQuery)
    const expected = ["('u=液' <2> 'a=色谱')", "('a=液色' <1> 'a=色谱')", "('u=液' <2> 'a=向色' <1> 'a=色谱')"]
    expect(variants).toEqual(expect.arrayContaining(expected))
    expect(new Set(variants).size).toBe(variants.length)
    expect(plan('液相').oneOff).toEqual([])
  })

  test.each([
    ['核磁', ['核磁共振', 'NMR', 'MRI']],
    ['NMR', ['核磁', '磁共振']],
    ['mri', ['核磁共振']],
    ['电镜', ['SEM', 'TEM']],
    ['SEM', ['电镜', '扫描电镜']],
    ['HPLC', ['液相色谱', 'UPLC']],
    ['高效液相色谱仪', ['HPLC', 'UPLC']],
    ['icp-ms', ['电感耦合等离子体质谱']],
    ['ICPMS', ['电感耦合等离子体质谱']],
    ['ISO 10993-5', ['GB/T 16886.5']],
    ['GB/T 16886.5-2017', ['ISO 10993-5']],
    ['iec 60601-1', ['GB 9706.1']],
    ['YY/T 0316', ['GB/T 42062']],
  ])('%s also searches %j', (text, expected) => {
    expect(plan(text).alsoIncludes).toEqual(expect.arrayContaining(expected))
  })

  test.each(['semi', 'lcd', '酶标', 'hplcx'])('%s is not taken for another term', (text) => {
    expect(plan(text).alsoIncludes).not.toContain('电镜')
    expect(plan(text).alsoIncludes).not.toContain('HPLC')
  })

  test('literal searches only the words', () => {
    const literal = plan('核磁', true)
    expect(literal.alsoIncludes).toEqual([])
    expect(literal.core.map(({ name }) => name)).not.toContain('synonym')
    expect([...literal.sound, ...literal.oneOff]).toEqual([])
  })

  test('a term inside a longer query is replaced where it stands', () => {
    expect(expandTerms('进口核磁 500兆', vocabulary.groups).map(({ text }) => text.replace(/\s+/g, ' '))).toContain('进口 NMR 500兆')
  })

  test.each(['', ' ', '%', "'", '🔬', '\u0000', '&|!()<->:*', '\\'])('%j asks for nothing', (text) => {
    expect(plan(text).isBlank).toBe(true)
  })

  test('only the first 200 characters count', () => {
    const long = plan('液'.repeat(10_000))
    expect([...long.text]).toHaveLength(200)
    expect(long.isTruncated).toBe(true)
    expect(plan('液'.repeat(200)).isTruncated).toBe(false)
  })

  test('any string gives a plan whose lexemes are quoted', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: ANY_CHARACTER, maxLength: 120 }),
          fc.string({ unit: fc.constantFrom(...'液相色谱a1 .-\'"\\&|!():*<>%_') }),
        ),
        (text) => {
          const made = plan(text)
          const all = [...made.core, ...wideTiers(made, NOTHING_KNOWN), ...made.fallback, ...made.sound]
          return [...all.map(({ condition }) => condition), ...made.oneOff].every((condition) =>
            /^[L&|!()<>:*\d ]+$/.test(toTsQuery(condition).replace(/'(?:[^'\\]|''|\\\\)*'/g, 'L')),
          )
        },
      ),
    )
  })
})
