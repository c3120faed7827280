import { addDays } from '@jiju/kernel/local-date'
import { expect, test } from 'vitest'
import { daysOfView, timeAxis } from '../time-axis.ts'
import { cellAt, cellCount, cellMinutes, cursorRange, moveCursor } from './cursor.ts'

const axis = timeAxis({
  days: daysOfView('week', '2026-11-25', addDays),
  zone: 'Asia/Shanghai',
  fromMinute: 480,
  toMinute: 1200,
  dayWidth: 129,
})
const grid = { rows: 20, cells: cellCount(axis, 60), pageRows: 10, itemCells: (row: number) => (row === 0 ? [2, 9, 30] : []) }
const key = (name: string, shiftKey = false, ctrlKey = false) => ({ key: name, shiftKey, ctrlKey })

test('cells are as fine as can be seen', () => {
  expect(cellMinutes(axis, 30)).toBe(60)
  expect(cellMinutes({ ...axis, dayWidth: 60 }, 30)).toBe(120)
  expect(cellMinutes({ ...axis, dayWidth: 1000 }, 30)).toBe(30)
  expect(cellMinutes({ ...axis, days: daysOfView('four_weeks', '2026-11-25', addDays), dayWidth: 40 }, 60)).toBe(240)
})

test('a cell and its instants', () => {
  expect(cursorRange(axis, 60, { row: 0, anchor: 13, focus: 12 })).toEqual({
    start: new Date('2026-11-24T08:00+08:00'),
    end: new Date('2026-11-24T10:00+08:00'),
  })
  expect(cellAt(axis, 60, new Date('2026-11-24T09:30+08:00'))).toBe(13)
  expect(cellAt(axis, 60, new Date('2026-11-01T09:30+08:00'))).toBe(0)
})

test('arrows move, Shift extends, Ctrl jumps to what is booked, the edges hold', () => {
  const start = { row: 0, anchor: 3, focus: 3 }
  expect(moveCursor(start, key('ArrowRight'), grid)).toEqual({ row: 0, anchor: 4, focus: 4 })
  expect(moveCursor(start, key('ArrowRight', true), grid)).toEqual({ row: 0, anchor: 3, focus: 4 })
  expect(moveCursor(start, key('ArrowRight', false, true), grid)).toEqual({ row: 0, anchor: 9, focus: 9 })
  expect(moveCursor(start, key('ArrowLeft', false, true), grid)).toEqual({ row: 0, anchor: 2, focus: 2 })
  expect(moveCursor(start, key('ArrowUp'), grid)?.row).toBe(0)
  expect(moveCursor(start, key('PageDown'), grid)?.row).toBe(10)
  expect(moveCursor(start, key('End', false, true), grid)).toEqual({ row: 19, anchor: 83, focus: 83 })
  expect(moveCursor(start, key('a'), grid)).toBeUndefined()
})
