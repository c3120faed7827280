import { scryptSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { hashPassword, isOutdated, verifyPassword } from './password.ts'

const COST = { ln: 12, r: 8, p: 1 }

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
    const [first, second] = [await hashPassword('ein-langes-Wort-7', COST), await hashPassword('ein-langes-Wort-7', COST)]
    expect(first).not.toBe(second)
    expect(isOutdated(first, COST)).toBe(false)
    expect(isOutdated(first)).toBe(true)
    expect(await verifyPassword('ein-langes-Wort-7', first)).toBe(true)
    expect(await verifyPassword('ein-langes-Wort-8', second)).toBe(false)
  })

  test('by default a hash costs what OWASP asks for', async () => {
    expect(await hashPassword('x')).toMatch(/^\$scrypt\$ln=14,r=8,p=5\$/)
  }, 60_000)

  test('the same letters typed on another keyboard are the same password', async () => {
    expect(await verifyPassword('Schlu\u0308ssel', await hashPassword('Schl\u00fcssel', COST))).toBe(true)
  })

  test('nobody costs as much as somebody and is never right', async () => {
    const hash = await hashPassword('x', COST)
    // Processor time, not the clock: other work on the machine must not decide.
    const costOf = async (given: string | undefined) => {
      const before = process.cpuUsage()
      for (let round = 0; round < 10; round += 1) expect(await verifyPassword('y', given, COST)).toBe(false)
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    await costOf(hash)
    const ratio = (await costOf(undefined)) / (await costOf(hash))
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })
})
