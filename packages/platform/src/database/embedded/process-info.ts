import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When a process started, in words that differ for every process that ever had this id; null when none runs (a zombie does not run).
 * Together with the id it names one process for good, though ids are used again.
 */
export function processStart(pid: number): string | null {
  return process.platform === 'linux' ? linuxStart(pid) : psField(pid, 'lstart')
}

/** The command line of a running process, or null. */
export function processCommand(pid: number): string | null {
  if (process.platform !== 'linux') return psField(pid, 'command')
  return readText(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? null
}

function linuxStart(pid: number): string | null {
  // The name in parentheses may contain anything, so fields are counted after its end: state is the first, start time the twentieth.
  const fields = readText(`/proc/${pid}/stat`)?.split(') ').pop()?.split(' ')
  const state = fields?.[0]
  if (!fields || state === 'Z' || state === 'X') return null
  return `${readText('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}/${fields[19]}`
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function psField(pid: number, field: string): string | null {
  try {
    return (
      execFileSync('ps', ['-p', String(pid), '-o', `${field}=`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null
    )
  } catch {
    return null
  }
}
