import type { ResourceCalendar } from '@jiju/booking/contract/calendars'
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { announce } from '../../ui/announce.ts'
import { type Cell, type CellState, choiceBetween, gridOf, type Span, spansOf } from './slot-grid.ts'
import styles from './week-grid.module.css'

type Position = { row: number; column: number }

const HATCHED: readonly CellState[] = ['buffer', 'outage']
const clockOf = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Days as rows, time as columns, in the zone of the site. Drag with the pointer, or arrows, Shift+arrows and Enter. */
export function WeekGrid({
  calendar,
  chosen,
  onChoose,
}: {
  calendar: ResourceCalendar
  chosen: Span | null
  onChoose: (span: Span) => void
}) {
  const { t } = useTranslation('resource')
  const format = useFormat()
  const grid = useMemo(() => gridOf(calendar), [calendar])
  const frees = useMemo(() => calendar.days.map((day) => spansOf(day.free)), [calendar])
  const [draft, setDraft] = useState<Span | null>(null)
  const anchor = useRef<Position | null>(null)
  const cellElements = useRef<(HTMLButtonElement | null)[][]>([])
  const columns = grid.days[0]?.cells.length ?? 0
  const firstFree = useMemo(() => findFirstFree(grid.days.map((day) => day.cells)), [grid])
  const [focus, setFocus] = useState<Position | null>(null)
  const current = focus && focus.row < grid.days.length && focus.column < columns ? focus : firstFree
  const shown = draft ?? chosen

  const spanText = (span: Span) => `${format.time(new Date(span.start), calendar.zone)}—${format.time(new Date(span.end), calendar.zone)}`

  const spanTo = (from: Position, column: number): Span | undefined =>
    choiceBetween(grid.days[from.row]?.cells ?? [], from.column, column, calendar, frees[from.row] ?? [])

  const commit = (span: Span | null | undefined) => {
    anchor.current = null
    setDraft(null)
    if (span) onChoose(span)
  }

  const moveFocus = (position: Position) => {
    setFocus(position)
    cellElements.current[position.row]?.[position.column]?.focus()
  }

  const onKeyDown = (event: KeyboardEvent, position: Position) => {
    const steps: Record<string, Position> = {
      ArrowLeft: { row: 0, column: -1 },
      ArrowRight: { row: 0, column: 1 },
      ArrowUp: { row: -1, column: 0 },
      ArrowDown: { row: 1, column: 0 },
    }
    const step = steps[event.key]
    if (step) {
      event.preventDefault()
      const next = {
        row: Math.min(grid.days.length - 1, Math.max(0, position.row + step.row)),
        column: Math.min(columns - 1, Math.max(0, position.column + step.column)),
      }
      if (event.shiftKey && step.column !== 0) {
        anchor.current ??= position
        const span = spanTo(anchor.current, next.column)
        setDraft(span ?? null)
        if (span) announce(format.range(new Date(span.start), new Date(span.end), calendar.zone))
      } else if (!event.shiftKey) {
        anchor.current = null
        setDraft(null)
      }
      moveFocus(next)
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault()
      moveFocus({ row: position.row, column: event.key === 'Home' ? 0 : columns - 1 })
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      const span = draft ?? spanTo(position, position.column)
      if (span) commit(span)
      else announce(t('calendar.cannotStart'), 'assertive')
    } else if (event.key === 'Escape' && draft) {
      event.preventDefault()
      anchor.current = null
      setDraft(null)
    }
  }

  /** The column under the pointer, wherever it is: a drag may leave its row. */
  const columnAt = (event: PointerEvent, row: number): number => {
    const elements = cellElements.current[row] ?? []
    for (let column = elements.length - 1; column >= 0; column -= 1) {
      const box = elements[column]?.getBoundingClientRect()
      if (box && event.clientX >= box.left) return column
    }
    return 0
  }

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>, position: Position, cell: Cell) => {
    if (event.button !== 0 || cell.state !== 'free') return
    event.currentTarget.setPointerCapture(event.pointerId)
    anchor.current = position
    setDraft(spanTo(position, position.column) ?? null)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!anchor.current || !event.buttons) return
    setDraft(spanTo(anchor.current, columnAt(event, anchor.current.row)) ?? null)
  }

  const perHour = Math.max(1, 60 / grid.cellMinutes)
  const hours = Array.from(
    { length: Math.ceil(columns / perHour) },
    (_, index) => grid.firstMinute + index * Math.max(60, grid.cellMinutes),
  )
  // At most some twelve labels, so that they do not touch.
  const labelEvery = Math.ceil(hours.length / 13)

  return (
    <>
      <div className={styles.scroll}>
        {/* biome-ignore lint/a11y/useSemanticElements: a grid of controls, not a table of data. */}
        <div
          className={styles.grid}
          style={{ gridTemplateColumns: `88px repeat(${columns}, minmax(0, 1fr))` }}
          role="grid"
          aria-label={t('calendar.gridLabel')}
          aria-rowcount={grid.days.length}
          onPointerMove={onPointerMove}
          onPointerUp={() => anchor.current && commit(draft)}
          onPointerCancel={() => commit(null)}
        >
          <span aria-hidden="true" />
          {hours.map((minute, index) => (
            <span key={minute} className={styles.hour} style={{ gridColumn: `span ${perHour}` }} aria-hidden="true">
              {index % labelEvery === 0 && <span>{clockOf(minute)}</span>}
            </span>
          ))}
          {grid.days.map((date, row) => {
            const isChosenRow = date.cells.some((cell) => shown && cell.start < shown.end && shown.start < cell.end)
            return (
              // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the cells take the focus.
              <div key={date.day} role="row" style={{ display: 'contents' }}>
                {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above. */}
                <span
                  role="rowheader"
                  className={`${styles.rowHead} ${date.isOpen ? '' : styles.rowHeadClosed} ${isChosenRow ? styles.rowHeadOn : ''}`}
                >
                  {format.day(date.day, calendar.zone)}
                  {(date.kind === 'holiday' || date.kind === 'make_up_day') && <small>{t(`calendar.dayKind.${date.kind}`)}</small>}
                </span>
                {date.cells.map((cell, column) => {
                  const isChosen = shown !== null && cell.start < shown.end && shown.start < cell.end
                  const isFirst = isChosen && shown.start >= cell.start
                  const isLast = isChosen && shown.end <= cell.end
                  const isFocusable = current?.row === row && current.column === column
                  const className = [
                    styles.cell,
                    isChosen ? styles.chosen : styles[cell.state],
                    !isChosen && HATCHED.includes(cell.state) ? 'hatch' : '',
                    !isChosen && cell.minute % 60 === 0 && grid.cellMinutes === 30 ? styles.isHalf : '',
                    isFirst ? styles.chosenFirst : '',
                    isLast ? styles.chosenLast : '',
                  ].join(' ')
                  return (
                    // biome-ignore lint/a11y/useSemanticElements: a cell of the grid that is pressed like a button.
                    <button
                      key={cell.start}
                      type="button"
                      role="gridcell"
                      ref={(element) => {
                        cellElements.current[row] ??= []
                        const line = cellElements.current[row]
                        if (line) line[column] = element
                      }}
                      className={className}
                      tabIndex={isFocusable ? 0 : -1}
                      aria-selected={isChosen}
                      aria-disabled={cell.state !== 'free' || undefined}
                      data-chosen={isFirst && shown ? spanText(shown) : undefined}
                      aria-label={`${format.day(date.day, calendar.zone)} ${clockOf(cell.minute)} ${isChosen ? t('calendar.state.chosen') : t(`calendar.state.${cell.state}`)}${cell.label ? ` ${cell.label}` : ''}`}
                      title={cell.label}
                      onFocus={() => setFocus({ row, column })}
                      onKeyDown={(event) => onKeyDown(event, { row, column })}
                      onPointerDown={(event) => onPointerDown(event, { row, column }, cell)}
                    ></button>
                  )
                })}
              </div>
            )
          })}
        </div>
      </div>
      <div className={styles.legend} aria-hidden="true">
        {(['free', 'chosen', 'booked', 'mine', 'buffer', 'outage', 'closed'] as const).map((state) => (
          <span key={state}>
            <i className={`${styles.cell} ${styles[state]} ${state === 'buffer' || state === 'outage' ? 'hatch' : ''}`} />
            {t(`calendar.state.${state}`)}
          </span>
        ))}
      </div>
    </>
  )
}

function findFirstFree(rows: readonly (readonly Cell[])[]): Position {
  for (const [row, cells] of rows.entries()) {
    const column = cells.findIndex((cell) => cell.state === 'free')
    if (column >= 0) return { row, column }
  }
  return { row: 0, column: 0 }
}
