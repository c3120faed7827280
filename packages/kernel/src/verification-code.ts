// Crockford's alphabet: no I, L, O, U, so that a code can be read out.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16
const GROUP = 4

/** Ten random bytes as 16 readable characters (80 bits) in groups of four: `7K3M-9Q2X-H4TD-0WYE`. */
export function verificationCode(bytes: Uint8Array): string {
  if (bytes.length !== (LENGTH * 5) / 8) throw new RangeError('a verification code takes 10 bytes')
  let bits = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let text = ''
  for (let index = 0; index < LENGTH; index += 1) {
    text = (ALPHABET[Number(bits & 31n)] ?? '') + text
    bits >>= 5n
  }
  return grouped(text)
}

/** A code as people type it: any case, with or without hyphens and spaces, O for 0, I and L for 1. Undefined when it cannot be one. */
export function readVerificationCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (plain.length !== LENGTH || [...plain].some((character) => !ALPHABET.includes(character))) return undefined
  return grouped(plain)
}

const grouped = (text: string): string => (text.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-')

/** What the file says of itself, so that a page or a program can ask about it without anybody typing. */
export const CODE_KEYWORD = 'jiju-verify:'
const IN_FILE = new RegExp(`${CODE_KEYWORD}([0-9A-Z-]{19})`)

/** The code in the bytes of a file, read as Latin-1; undefined when there is none. */
export const codeInFile = (text: string): string | undefined => {
  const found = IN_FILE.exec(text)?.[1]
  return found && readVerificationCode(found)
}
