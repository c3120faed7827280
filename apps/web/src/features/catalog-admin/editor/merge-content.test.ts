import { expect, test } from 'vitest'
import { mergeContent, resolveConflicts } from './merge-content.ts'

const base = { nameZh: '甲', model: 'A', keywords: ['x'], detail: { manufacturer: 'M', uses: null as string | null } }

test('what only one side changed is taken from both', () => {
  const mine = { ...base, model: 'B', detail: { ...base.detail, uses: '检测' } }
  const theirs = { ...base, nameZh: '乙', keywords: ['x', 'y'] }
  expect(mergeContent(base, mine, theirs)).toEqual({
    merged: { nameZh: '乙', model: 'B', keywords: ['x', 'y'], detail: { manufacturer: 'M', uses: '检测' } },
    conflicts: [],
  })
})

test('what both changed differently is a conflict, what both changed alike is not', () => {
  const mine = { ...base, nameZh: '丙', model: 'B', detail: { ...base.detail, manufacturer: 'N' } }
  const theirs = { ...base, nameZh: '乙', model: 'B', detail: { ...base.detail, manufacturer: 'O' } }
  const { merged, conflicts } = mergeContent(base, mine, theirs)
  expect(conflicts.map((conflict) => conflict.path)).toEqual(['nameZh', 'detail.manufacturer'])
  expect(resolveConflicts(merged, conflicts, new Set(['detail.manufacturer']))).toEqual({
    ...base,
    nameZh: '乙',
    model: 'B',
    detail: { manufacturer: 'N', uses: null },
  })
  expect(merged.detail.manufacturer).toBe('O')
})
