import { describe, expect, test } from 'vitest'
import { toBase32 } from '../core/base32.ts'
import { findTotpStep, hotp, totpStep, totpUri } from './totp.ts'

const SECRET = Buffer.from('12345678901234567890')

describe('one-time codes', () => {
  // RFC 4226, appendix D.
  test.each(
    ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map(
      (code, counter) => [counter, code] as const,
    ),
  )('HOTP of counter %i is %s', (counter, code) => {
    expect(hotp(SECRET, counter)).toBe(code)
  })

  // RFC 6238, appendix B (SHA-1, eight digits).
  test.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('TOTP at %i s is %s', (seconds, code) => {
    expect(hotp(SECRET, totpStep(new Date(seconds * 1000)), 8)).toBe(code)
  })

  test('a code is taken from one step before to one after', () => {
    const now = new Date(1_111_111_109_000)
    const step = totpStep(now)
    for (const shift of [-1, 0, 1]) expect(findTotpStep(SECRET, hotp(SECRET, step + shift), now)).toBe(step + shift)
    for (const shift of [-2, 2]) expect(findTotpStep(SECRET, hotp(SECRET, step + shift), now)).toBeUndefined()
    for (const text of ['', '12345', '1234567', 'abcdef', '１２３４５６']) expect(findTotpStep(SECRET, text, now)).toBeUndefined()
  })

  test('the secret is written as apps read it (RFC 4648 §10)', () => {
    const cases = { '': '', f: 'MY', fo: 'MZXQ', foo: 'MZXW6', foob: 'MZXW6YQ', fooba: 'MZXW6YTB', foobar: 'MZXW6YTBOI' }
    for (const [plain, text] of Object.entries(cases)) expect(toBase32(Buffer.from(plain))).toBe(text)
    expect(totpUri(SECRET, 'a b@example.com')).toBe(
      'otpauth://totp/Jiju:a%20b%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Jiju&algorithm=SHA1&digits=6&period=30',
    )
  })
})
