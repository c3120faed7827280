import { expect, test } from 'vitest'
import { resourceOfRow, rowOfUnit, unitRows } from './unit-rows.ts'

test('a resource of one unit is its own row', () => {
  expect(rowOfUnit('bench', 1, 1)).toBe('bench')
  expect(unitRows({ id: 'bench', title: '工作台' }, 1, () => '')).toEqual([{ id: 'bench', title: '工作台' }])
})

test('each unit is a row that leads back to its resource', () => {
  const rows = unitRows({ id: 'bench', title: '工作台' }, 3, (title, unit) => `${title} · ${unit} 号`)
  expect(rows.map(({ title }) => title)).toEqual(['工作台 · 1 号', '工作台 · 2 号', '工作台 · 3 号'])
  expect(rows.map(({ id }) => resourceOfRow(id))).toEqual(['bench', 'bench', 'bench'])
  expect(rows.map(({ id }) => id)).toEqual([1, 2, 3].map((unit) => rowOfUnit('bench', unit, 3)))
})

test('a displaced booking and one above the capacity still have a row', () => {
  expect(rowOfUnit('bench', -2, 3)).toBe(rowOfUnit('bench', 2, 3))
  expect(rowOfUnit('bench', 5, 3)).toBe(rowOfUnit('bench', 3, 3))
})
