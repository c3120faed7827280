import { scryptSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { hashPassword, isOutdated, PASSWORD_COST, verifyPassword } from './password.ts'

describe('password', () => {
  // RFC 7914 §12: the function that everything rests on. (The second vector is what verifyPassword must accept.)
  test('scrypt gives the values of RFC 7914', () => {
    const key = scryptSync('password', 'NaCl', 64, { N: 1024, r: 8, p: 16 }).toString('hex')
    expect(key).toBe(
      'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
    )
  })

  test('a stored RFC 7914 key is recognised', async () => {
    const key = scryptSync('pleaseletmein', 'SodiumChloride', 32, { N: 16384, r: 8, p: 1 }).toString('base64url')
    const hash = `$scrypt$ln=14,r=8,p=1$${Buffer.from('SodiumChloride').toString('base64url')}$${key}`
    expect(await verifyPassword('pleaseletmein', hash)).toBe(true)
    expect(await verifyPassword('pleaseletmeout', hash)).toBe(false)
    expect(isOutdated(hash)).toBe(true)
  })

  test('the same password gives another hash each time, and both are recognised', async () => {
    const [first, second] = [await hashPassword('ein-langes-Wort-7'), await hashPassword('ein-langes-Wort-7')]
    expect(first).not.toBe(second)
    expect(isOutdated(first)).toBe(false)
    expect(await verifyPassword('ein-langes-Wort-7', first)).toBe(true)
    expect(await verifyPassword('ein-langes-Wort-8', second)).toBe(false)
  })

  test('the same letters typed on another keyboard are the same password', async () => {
    const cheap = { ln: 4, r: 8, p: 1 }
    expect(await verifyPassword('Schlu\u0308ssel', await hashPassword('Schl\u00fcssel', cheap))).toBe(true)
  })

  test('nobody takes as long as somebody and is never right', async () => {
    const hash = await hashPassword('x', PASSWORD_COST)
    const time = async (given: string | undefined) => {
      const begin = performance.now()
      expect(await verifyPassword('y', given)).toBe(false)
      return performance.now() - begin
    }
    const somebody = Math.min(await time(hash), await time(hash), await time(hash))
    const nobody = Math.min(await time(undefined), await time(undefined), await time(undefined))
    expect(nobody / somebody).toBeGreaterThan(0.5)
    expect(nobody / somebody).toBeLessThan(2)
  })
})
