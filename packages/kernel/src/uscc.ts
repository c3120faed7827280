// GB 32100-2015 leaves out I, O, S, V, Z; a character's value is its place in this list.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
// The first two characters name authority and kind; further authorities than those of 2015 are in use (31 law firms, 81 unions), so any is taken.
const FORM = /^[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{8}[0-9X][0-9A-HJ-NP-RTUWXY]$/

/** The 18th character for the first 17: (31 − Σ valueᵢ × 3^(i−1) mod 31) mod 31. Source: GB 32100-2015. */
export function usccCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(first17[index] ?? ''), 0)
  return ALPHABET[(31 - (sum % 31)) % 31] as string
}

/** The 9th character of an organisation code for its first eight: 11 − Σ mod 11, 10 written X, 11 written 0. Letters count A = 10 … Z = 35. Source: GB 11714. */
export function organisationCodeCheckCharacter(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, index) => total + weight * Number.parseInt(first8[index] ?? '', 36), 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** Why a text is no unified social credit code. */
type UsccFault = 'form' | 'organisation_code' | 'check_character'

/** The first fault of `code`, or undefined when it is right. `code` must be in upper case. */
export function usccFault(code: string): UsccFault | undefined {
  if (!FORM.test(code)) return 'form'
  if (usccCheckCharacter(code.slice(0, 17)) !== code[17]) return 'check_character'
  if (organisationCodeCheckCharacter(code.slice(8, 16)) !== code[16]) return 'organisation_code'
  return undefined
}

/** True for a unified social credit code with both check characters right. */
export function isUscc(code: string): boolean {
  return usccFault(code) === undefined
}

/** The full code for its first 16 characters (authority, kind, six digits of the area, eight of the body); used where codes are made up. */
export function completeUscc(first16: string): string {
  const first17 = first16 + organisationCodeCheckCharacter(first16.slice(8))
  return first17 + usccCheckCharacter(first17)
}
