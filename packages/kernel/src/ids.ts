/** A new UUIDv7 (RFC 9562): 48 bits of milliseconds, then random. Sorts by time of creation. */
export function newId(nowMs: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(nowMs / 2 ** (8 * (5 - i))) & 0xff
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
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
