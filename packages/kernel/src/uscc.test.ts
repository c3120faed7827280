import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completeUscc, isUscc, organisationCodeCheckCharacter, usccCheckCharacter, usccFault } from './uscc.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

describe('unified social credit code (GB 32100-2015)', () => {
  test.each([
    ['914403007084678371', 'an enterprise'],
    ['12100000425006117P', 'a university'],
    ['911100007000084768', 'an enterprise'],
    ['9132070070404786XB', 'X as check character of the organisation code'],
    ['91320200724183068U', 'a letter at the end'],
    ['91350900587527783P', 'an enterprise'],
    ['12100000400000624D', 'a university'],
  ])('%s is right (%s)', (code) => {
    expect(usccFault(code)).toBeUndefined()
  })

  test.each([
    ['914403007084678372', 'check_character'],
    ['91440300708467837', 'form'],
    ['9144030070846783711', 'form'],
    ['9144030O7084678371', 'form'],
    ['91440300708467837i', 'form'],
    ['9144030A7084678371', 'form'],
    ['', 'form'],
  ])('%s is refused: %s', (code, fault) => {
    expect(usccFault(code)).toBe(fault)
    expect(isUscc(code)).toBe(false)
  })

  test('a wrong organisation code is found even when the last character fits it', () => {
    const wrong = `91440300708467830`
    expect(usccFault(wrong + usccCheckCharacter(wrong))).toBe('organisation_code')
  })

  test('check characters of GB 11714: 10 is X, 11 is 0', () => {
    expect(organisationCodeCheckCharacter('70846783')).toBe('7')
    expect(organisationCodeCheckCharacter('70404786')).toBe('X')
    expect(organisationCodeCheckCharacter('00000000')).toBe('0')
  })

  const RULES = '/work/shared/data/reference/uscc_gb32100_rules.json'
  test.runIf(existsSync(RULES))('every case of the reference data', () => {
    const rules = JSON.parse(readFileSync(RULES, 'utf8')) as { 样例: { 代码: string }[]; 反例: string[] }
    expect(rules.样例.length).toBeGreaterThan(5)
    for (const { 代码 } of rules.样例) expect(usccFault(代码), 代码).toBeUndefined()
    for (const code of rules.反例) expect(isUscc(code), code).toBe(false)
  })

  const body = fc
    .tuple(fc.stringMatching(/^[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}$/), fc.stringMatching(/^[0-9A-HJ-NP-RTUWXY]{8}$/))
    .map(([head, tail]) => head + tail)

  test('a completed code is right; any other character at any place is found out', () => {
    fc.assert(
      fc.property(body, fc.nat(17), fc.constantFrom(...ALPHABET), (first16, place, other) => {
        const code = completeUscc(first16)
        expect(isUscc(code)).toBe(true)
        if (code[place] === other) return
        expect(isUscc(code.slice(0, place) + other + code.slice(place + 1))).toBe(false)
      }),
    )
  })

  test('two neighbours that changed places are found out', () => {
    fc.assert(
      fc.property(body, fc.nat(16), (first16, place) => {
        const code = completeUscc(first16)
        const [a, b] = [code[place] ?? '', code[place + 1] ?? '']
        if (a !== b) expect(isUscc(code.slice(0, place) + b + a + code.slice(place + 2))).toBe(false)
      }),
    )
  })
})
