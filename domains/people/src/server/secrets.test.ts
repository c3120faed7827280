import { describe, expect, test } from 'vitest'
import { newDigits, newRecoveryCode, newToken, normaliseRecoveryCode, seal, unseal } from './secrets.ts'

const SECRET = 'a secret of the tests, 32 characters at least'

describe('secrets', () => {
  test('what was sealed comes back, and only with the same key and untouched', () => {
    const plain = Buffer.from('12345678901234567890')
    const sealed = seal(SECRET, plain)
    expect(unseal(SECRET, sealed)).toEqual(plain)
    expect(seal(SECRET, plain)).not.toEqual(sealed)
    expect(() => unseal(`${SECRET}!`, sealed)).toThrow()
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed)
      changed[place] = (changed[place] ?? 0) ^ 1
      expect(() => unseal(SECRET, changed)).toThrow()
    }
  })

  test('recovery codes are four groups without letters that are misread, and are read as people type', () => {
    const codes = new Set(Array.from({ length: 500 }, newRecoveryCode))
    expect(codes.size).toBe(500)
    for (const code of codes) {
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(normaliseRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ')}`)).toBe(code.replaceAll('-', ''))
    }
    expect(normaliseRecoveryCode('oOiI-lL10')).toBe('00111110')
  })

  test('tokens have the form that the contract asks for', () => {
    expect(newToken()).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(newDigits(6)).toMatch(/^\d{6}$/)
  })
})
