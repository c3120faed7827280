import { instantOf } from '../../../lib/zone.ts'
import type { TimeAxis } from '../time-axis.ts'

/** Where the keyboard stands: a row and a run of cells, from where Shift was pressed to where the arrows went. */
export type Cursor = { readonly row: number; readonly anchor: number; readonly focus: number }

/** The smallest cell, in minutes of the wall clock, that is a multiple of the step and can still be seen. */
export function cellMinutes(axis: TimeAxis, stepMinutes: number, minPixels = 8): number {
  const perPixel = (axis.toMinute - axis.fromMinute) / axis.dayWidth
  return (
    [15, 20, 30, 60, 120, 240].find((minutes) => minutes % stepMinutes === 0 && minutes / perPixel >= minPixels) ??
    Math.max(stepMinutes, 240)
  )
}

function cellsPerDay(axis: TimeAxis, cell: number): number {
  return Math.ceil((axis.toMinute - axis.fromMinute) / cell)
}

export function cellCount(axis: TimeAxis, cell: number): number {
  return axis.days.length * cellsPerDay(axis, cell)
}

function cellRange(axis: TimeAxis, cell: number, index: number): { start: Date; end: Date } {
  const perDay = cellsPerDay(axis, cell)
  const day = axis.days[Math.floor(index / perDay)] ?? ''
  const from = axis.fromMinute + (index % perDay) * cell
  return {
    start: new Date(instantOf(day, from, axis.zone)),
    end: new Date(instantOf(day, Math.min(from + cell, axis.toMinute), axis.zone)),
  }
}

/** The instants that the cursor covers. */
export function cursorRange(axis: TimeAxis, cell: number, cursor: Cursor): { start: Date; end: Date } {
  const first = Math.min(cursor.anchor, cursor.focus)
  const last = Math.max(cursor.anchor, cursor.focus)
  return { start: cellRange(axis, cell, first).start, end: cellRange(axis, cell, last).end }
}

/** The cell that holds `instant`; the first one when it is off the axis. */
export function cellAt(axis: TimeAxis, cell: number, instant: Date): number {
  for (let index = cellCount(axis, cell) - 1; index > 0; index -= 1) if (cellRange(axis, cell, index).start <= instant) return index
  return 0
}

type CursorKey = { readonly key: string; readonly shiftKey: boolean; readonly ctrlKey: boolean }
type CursorGrid = {
  readonly rows: number
  readonly cells: number
  readonly pageRows: number
  /** First cells of the items of a row, ascending. */
  readonly itemCells: (row: number) => readonly number[]
}

/** Where a key leads, or undefined when the key is not one of the grid's. */
export function moveCursor(cursor: Cursor, { key, shiftKey, ctrlKey }: CursorKey, grid: CursorGrid): Cursor | undefined {
  const rowTo = (row: number): Cursor => ({ ...cursor, row: Math.min(Math.max(row, 0), grid.rows - 1), anchor: cursor.focus })
  const cellTo = (cell: number): Cursor => {
    const focus = Math.min(Math.max(cell, 0), grid.cells - 1)
    return { row: cursor.row, anchor: shiftKey ? cursor.anchor : focus, focus }
  }
  const items = grid.itemCells(cursor.row)
  switch (key) {
    case 'ArrowRight':
      return cellTo(ctrlKey ? (items.find((cell) => cell > cursor.focus) ?? cursor.focus) : cursor.focus + 1)
    case 'ArrowLeft':
      return cellTo(ctrlKey ? (items.findLast((cell) => cell < cursor.focus) ?? cursor.focus) : cursor.focus - 1)
    case 'ArrowDown':
      return rowTo(cursor.row + 1)
    case 'ArrowUp':
      return rowTo(cursor.row - 1)
    case 'PageDown':
      return rowTo(cursor.row + grid.pageRows)
    case 'PageUp':
      return rowTo(cursor.row - grid.pageRows)
    case 'Home':
      return ctrlKey ? { ...cellTo(0), row: 0 } : cellTo(0)
    case 'End':
      return ctrlKey ? { ...cellTo(grid.cells - 1), row: grid.rows - 1 } : cellTo(grid.cells - 1)
    default:
      return undefined
  }
}
