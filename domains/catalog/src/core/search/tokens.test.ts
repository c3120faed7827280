import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildTokens, drawOf, type SearchText } from './tokens.ts'

// Halves of characters too.
const ANY_CHARACTER = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code))

const MARKS = {
  id: '0190b000-0000-7000-8000-0000000004d2',
  kind: 'instrument',
  providerId: '0190a000-0000-7000-8000-000000000001',
  district: '嘉定区',
  classCode: '010501',
  modes: ['self_service'],
  schemes: ['cma'],
  standards: ['GB 9706.1'],
  prices: { inside: null, member: null, academic: 9_000n, enterprise: 18_000n, outside_district: null },
  point: { lon: 121.43, lat: 31.21 },
}
const EMPTY: SearchText = {
  nameZh: null,
  nameEn: null,
  model: null,
  manufacturer: null,
  keywords: [],
  methods: [],
  standards: [],
  providerNames: [],
  body: [],
}
const lexemes = (text: Partial<SearchText>) =>
  new Set([...buildTokens({ ...EMPTY, ...text }, MARKS).matchAll(/'((?:[^']|'')*)'(?::[\d,]+)? /g)].map(([, lexeme]) => lexeme))

describe('index entry', () => {
  test('a Chinese name: pairs, single characters, initials, syllables, beginning', () => {
    const found = lexemes({ nameZh: '液相色谱-质谱仪' })
    for (const one of ['液相', '谱质', '仪', 'a=相色', 'u=质', '^液相', '^液', 'n=液相色谱质谱仪', 'i=yx', 'i=pz', 'f=xiang'])
      expect(found).toContain(one)
  })

  test('a model: words, joined words, whole and from each word on', () => {
    const found = lexemes({ manufacturer: 'Shimadzu', model: 'LC-20AP' })
    for (const one of ['shimadzu', 'lc', '20ap', 'lc20ap', 'm=lc20ap', 'm=shimadzulc20ap', 'mp=20ap', '^shimadzu', 'b=0a'])
      expect(found).toContain(one)
  })

  test('a maker inside the model is not repeated', () => {
    expect(lexemes({ manufacturer: 'Agilent', model: 'Agilent 1260' })).not.toContain('m=agilentagilent1260')
  })

  test('standards, also those in the text; marks; levels of the draw', () => {
    const found = lexemes({ standards: [{ number: 'GB/T 16886.5-2017', titleZh: null, titleEn: null }], body: ['按 YY/T 0681.1 执行'] })
    for (const one of [
      's=gb16886.5',
      's=16886.5-2017',
      'p=gb16886',
      's=yy0681.1',
      '@k=instrument',
      '@c=01',
      '@c=0105',
      '@c=010501',
      '@a=cma',
      '@s=GB 9706.1',
    ])
      expect(found).toContain(one)
    expect(drawOf(MARKS.id)).toBe(0x04d2)
    for (const level of [1, 2, 3, 4, 5]) expect(found).toContain(`~${level}`)
    expect(found).not.toContain('~6')
  })

  test('any text gives an entry that PostgreSQL can read', () => {
    fc.assert(
      fc.property(fc.string({ unit: ANY_CHARACTER, maxLength: 60 }), (text) => {
        const entry = buildTokens({ ...EMPTY, nameZh: text, model: text, body: [text], keywords: [text] }, MARKS)
        return !entry.includes('\u0000') && /^(L(?::\d+(?:,\d+)*)? )+$/.test(entry.replace(/'(?:[^'\\]|''|\\\\)+'/g, 'L'))
      }),
    )
  })
})
