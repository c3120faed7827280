import { describe, expect, test } from 'vitest'
import { brokenLine, jsonPlaces, lineOf } from './json-places.ts'

const TEXT = `{
  "code": "a \\" , } b",
  "list": [1, { "x/y": true }, []],
  "none": {}
}`

describe('places of a JSON text', () => {
  const places = jsonPlaces(TEXT)
  const at = (pointer: string) => {
    const found = places.get(pointer)
    return found && TEXT.slice(found.start, found.end)
  }
  test.each([
    ['/code', '"a \\" , } b"'],
    ['/list/0', '1'],
    ['/list/1', '{ "x/y": true }'],
    ['/list/1/x~1y', 'true'],
    ['/list/2', '[]'],
    ['/none', '{}'],
    ['', TEXT],
  ])('%s', (pointer, stretch) => expect(at(pointer)).toBe(stretch))
  test('what is not there has none', () => expect(at('/list/3')).toBeUndefined())
  test('lines count from 1', () => {
    expect(lineOf(TEXT, 0)).toBe(1)
    expect(lineOf(TEXT, places.get('/list/1/x~1y')?.start ?? 0)).toBe(3)
  })
})

describe('the line on which a text breaks', () => {
  test.each([
    ['{\n  "a": 1\n  "b": 2\n}', 3],
    ['{\n  "a": [1,\n', 3],
  ])('%j', (text, line) => {
    let error: unknown
    try {
      JSON.parse(text)
    } catch (thrown) {
      error = thrown
    }
    expect(brokenLine(text, error)).toBe(line)
  })
})
