import { createHash } from 'node:crypto'
import type { Random } from './random.ts'

function write(hex: string, version: '7' | '8'): string {
  const variant = ((Number.parseInt(hex[16] as string, 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A UUIDv8 (RFC 9562) from seed and key: links into the demo district stay good when it is made anew from the same seed. */
export function stableId(seed: number, key: string): string {
  return write(createHash('sha256').update(`jiju|${seed}|${key}`).digest('hex'), '8')
}

/** A UUIDv7 whose random part comes from `random`: rows that pile up sort by time, as those of the running platform do. */
export function timedId(atMs: number, random: Random): string {
  const part = () =>
    Math.floor(random.next() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0')
  return write(atMs.toString(16).padStart(12, '0') + part() + part() + part(), '7')
}
