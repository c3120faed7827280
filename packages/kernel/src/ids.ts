const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const RANDOM_BYTES = 10

// Random bytes are drawn for many ids at once: each draw is a call of the system.
const drawn = new Uint8Array(RANDOM_BYTES * 256)
let used = drawn.length

/** A new UUIDv7 (RFC 9562): 48 bits of milliseconds, then random. Sorts by time of creation. */
export function newId(nowMs: number = Date.now()): string {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn)
    used = 0
  }
  const hex = (index: number) => HEX[drawn[used + index] ?? 0] ?? ''
  const time = Math.floor(nowMs).toString(16).padStart(12, '0')
  const version = HEX[0x70 | ((drawn[used] ?? 0) & 0x0f)]
  const variant = HEX[0x80 | ((drawn[used + 2] ?? 0) & 0x3f)]
  const id = `${time.slice(0, 8)}-${time.slice(8, 12)}-${version}${hex(1)}-${variant}${hex(3)}-${hex(4)}${hex(5)}${hex(6)}${hex(7)}${hex(8)}${hex(9)}`
  used += RANDOM_BYTES
  return id
}

// Crockford's alphabet: no I, L, O, U, so that a number can be read out.
const READABLE = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A number for people such as `BKG-20261121-7F3K9QX`: prefix, day, and seven readable characters drawn from the id's random part. */
export function readableNumber(prefix: string, day: string, id: string): string {
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-10)}`)
  let tail = ''
  for (let i = 0; i < 7; i += 1) {
    tail = READABLE[Number(bits & 31n)] + tail
    bits >>= 5n
  }
  return `${prefix}-${day.replaceAll('-', '')}-${tail}`
}
