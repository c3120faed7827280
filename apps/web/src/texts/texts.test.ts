import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = import.meta.dirname
const read = (language: string, file: string) => JSON.parse(readFileSync(path.join(folder, language, file), 'utf8')) as unknown

function leaves(value: unknown, prefix = ''): [string, string][] {
  if (typeof value === 'string') return [[prefix, value]]
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, prefix ? `${prefix}.${key}` : key))
}

const placeholders = (text: string) => [...text.matchAll(/\{\{?\s*(\w+)/g)].map((match) => match[1]).sort()
const files = readdirSync(path.join(folder, 'zh'))

describe.each(files)('%s', (file) => {
  test('English is complete, with the same placeholders', () => {
    expect(existsSync(path.join(folder, 'en', file))).toBe(true)
    const chinese = new Map(leaves(read('zh', file)))
    const english = new Map(leaves(read('en', file)))
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
    // Patterns of dates differ on purpose.
    for (const [key, text] of chinese)
      if (!key.startsWith('format.')) expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text))
  })

  test('English has no Chinese in it, but for the name of the other language', () => {
    for (const [key, text] of leaves(read('en', file))) if (!key.startsWith('language.')) expect(text, key).not.toMatch(/\p{Script=Han}/u)
  })
})
