import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { processStart } from './process-info.ts'

/** The process that started the server of a home, and where its socket is. */
export type Owner = { readonly pid: number; readonly startedAt: string; readonly socketFolder: string }

type Claim = { readonly owned: true; readonly release: () => void } | { readonly owned: false; readonly owner: Owner }

/**
 * Makes this process the owner of `home` unless a living process owns it.
 *
 * Owners are numbered files and the highest number is the owner. Whoever finds it dead or released links the next number, which only
 * one process can; a file is never taken away from under its owner, so two processes that both saw a dead owner cannot both win.
 */
export function claimOwnership(home: string, socketFolder: string): Claim {
  const mine: Owner = { pid: process.pid, startedAt: processStart(process.pid) ?? '', socketFolder }
  for (;;) {
    const number = highestNumber(home)
    const owner = number > 0 ? readOwner(home, number) : null
    if (owner && isAlive(owner)) return { owned: false, owner }
    if (linkOwner(home, number + 1, mine) && highestNumber(home) === number + 1) {
      removeUpTo(home, number)
      return { owned: true, release: () => writeOwner(home, number + 1, { ...mine, pid: 0 }) }
    }
  }
}

export function isAlive(owner: Owner): boolean {
  return owner.pid > 0 && processStart(owner.pid) === owner.startedAt
}

const fileOf = (home: string, number: number) => path.join(home, `owner-${number}.json`)

function ownerNumbers(home: string): number[] {
  return readdirSync(home).flatMap((name) => {
    const match = /^owner-(\d+)\.json$/.exec(name)
    return match ? [Number(match[1])] : []
  })
}

const highestNumber = (home: string) => Math.max(0, ...ownerNumbers(home))

function readOwner(home: string, number: number): Owner | null {
  try {
    return JSON.parse(readFileSync(fileOf(home, number), 'utf8')) as Owner
  } catch {
    // Gone meanwhile, or cut off by a full disk: nobody's.
    return null
  }
}

/** False when the number is taken. A link appears with its whole content. */
function linkOwner(home: string, number: number, owner: Owner): boolean {
  const draft = writeDraft(home, owner)
  try {
    linkSync(draft, fileOf(home, number))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

function writeOwner(home: string, number: number, owner: Owner): void {
  renameSync(writeDraft(home, owner), fileOf(home, number))
}

function writeDraft(home: string, owner: Owner): string {
  const draft = path.join(home, `owner-draft-${process.pid}`)
  writeFileSync(draft, JSON.stringify(owner))
  return draft
}

/** The highest file always stays, so that a number is never given twice. */
function removeUpTo(home: string, number: number): void {
  for (const old of ownerNumbers(home)) if (old <= number) rmSync(fileOf(home, old), { force: true })
}
