import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimOwnership } from './ownership.ts'
import { processStart } from './process-info.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'jiju-owner-'))
})
afterEach(() => rmSync(home, { recursive: true }))

test('the first claims, the second is told who owns it', () => {
  expect(claimOwnership(home, '/run').owned).toBe(true)
  expect(claimOwnership(home, '/run')).toMatchObject({ owned: false, owner: { pid: process.pid, socketFolder: '/run' } })
})

test('after a release the next one owns it, and only the newest file stays', () => {
  for (let round = 0; round < 3; round += 1) {
    const claim = claimOwnership(home, '/run')
    expect(claim.owned).toBe(true)
    if (claim.owned) claim.release()
  }
  expect(readdirSync(home)).toEqual(['owner-3.json'])
})

test('a dead owner, a process that got its id later, and an unreadable file own nothing', () => {
  const owners = [
    { pid: 2 ** 22 + 1, startedAt: 'x', socketFolder: '/run' },
    { pid: process.pid, startedAt: 'another', socketFolder: '/run' },
    'cut off',
  ] as const
  for (const owner of owners) {
    const own = mkdtempSync(path.join(home, 'case-'))
    writeFileSync(path.join(own, 'owner-7.json'), typeof owner === 'string' ? owner : JSON.stringify(owner))
    expect(claimOwnership(own, '/run').owned).toBe(true)
    expect(readdirSync(own)).toEqual(['owner-8.json'])
  }
})

test('of many processes that find a dead owner exactly one wins', async () => {
  writeFileSync(path.join(home, 'owner-1.json'), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'x', socketFolder: '/run' }))
  const script = `
    const { claimOwnership } = await import(${JSON.stringify(new URL('./ownership.ts', import.meta.url).href)})
    while (Date.now() < ${Date.now() + 1500}) {}
    process.stdout.write(claimOwnership(${JSON.stringify(home)}, '/run').owned ? 'won' : 'lost')
    setTimeout(() => {}, 1500)`
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let output = ''
      child.stdout.on('data', (text) => {
        output += text
      })
      await once(child, 'close')
      return output
    }),
  )
  expect(outcomes.sort()).toEqual(['lost', 'lost', 'lost', 'lost', 'lost', 'won'])
}, 20_000)

test('a process keeps its start, and an ended one has none', async () => {
  expect(processStart(process.pid)).toBe(processStart(process.pid))
  const child = spawn('true')
  const pid = child.pid ?? 0
  await once(child, 'exit')
  expect(processStart(pid)).toBeNull()
})
