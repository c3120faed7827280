import { expect, test } from 'vitest'
import { splitList } from './list-field.tsx'

test('separators of both scripts, no empty or repeated items', () => {
  expect(splitList('液相, 色谱、 质谱；质谱，，HPLC MS')).toEqual(['液相', '色谱', '质谱', 'HPLC MS'])
  expect(splitList('  ')).toEqual([])
})
