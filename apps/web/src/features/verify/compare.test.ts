import { expect, test } from 'vitest'
import { compareFile } from './compare.ts'

const editions = [
  { edition: 1, state: 'replaced', sha256: 'a' },
  { edition: 2, state: 'withdrawn', sha256: 'b' },
  { edition: 3, state: 'issued', sha256: 'c' },
] as const

test.each([
  ['the file of the report in force', 'c', 'issued', 'c', 'same'],
  ['the file of a replaced report', 'a', 'replaced', 'a', 'replaced'],
  ['an earlier edition, by the code of the last', 'c', 'issued', 'a', 'replaced'],
  ['a withdrawn edition', 'c', 'issued', 'b', 'withdrawn'],
  ['the last edition, by the code of the first', 'a', 'replaced', 'c', 'other_edition'],
  ['a changed byte', 'c', 'issued', 'd', 'changed'],
] as const)('%s', (_name, sha256, state, file, outcome) => {
  expect(compareFile({ sha256, state, editions: [...editions] }, file)).toBe(outcome)
})
