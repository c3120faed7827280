import type { Problem } from '@jiju/kernel/problem'

// The well-known passwords of ten characters and more that head the public lists, without digits and signs at either end.
const WELL_KNOWN = new Set([
  'password',
  'passwort',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'qwertyuiop',
  'qwerty',
  'qwertyui',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t',
  'q1w2e3r4t5',
  '1qaz2wsx3edc',
  '1qaz@wsx',
  'letmein',
  'iloveyou',
  'welcome',
  'sunshine',
  'princess',
  'administrator',
  'admin',
  'changeme',
  'woaini',
  'baseball',
  'football',
  'superman',
  'trustno1',
  'dragon',
  'monkey',
  'shadow',
  'master',
  'abc',
  'abcd',
  'abcdef',
  'abcdefg',
  'abcdefghij',
  'test',
  'demo',
  'jiju',
])

/** What speaks against a new password. Length is checked by the contract; here: known ones, one repeated piece, and the e-mail's own name. */
export function findPasswordProblems(password: string, email: string, field: string): Problem[] {
  const problems: Problem[] = []
  const lower = password.toLowerCase()
  const core = lower.replace(/^\P{L}+|\P{L}+$/gu, '')
  const isSequence = '01234567890123456789'.includes(lower) || '98765432109876543210'.includes(lower)
  if (isSequence || core === '' || WELL_KNOWN.has(core) || WELL_KNOWN.has(lower) || /^(.{1,4})\1+$/.test(lower))
    problems.push({ code: 'people.password_too_common', kind: 'refused', field })
  const name = email.slice(0, email.indexOf('@')).toLowerCase()
  if (name.length >= 4 && lower.includes(name)) problems.push({ code: 'people.password_contains_email', kind: 'refused', field })
  return problems
}
