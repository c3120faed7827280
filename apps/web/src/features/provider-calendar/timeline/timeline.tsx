import { type KeyboardEvent, memo, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { serverClock } from '../../../lib/clock.ts'
import { lanesOf, rowTops, visibleRows } from '../rows.ts'
import { axisWidth, hourTicks, type TimeAxis, timeAxis, xOf } from '../time-axis.ts'
import { type Cursor, cellAt, cellCount, cellMinutes, cursorRange, moveCursor } from './cursor.ts'
import './timeline.css'
import type { TimelineChoice, TimelineItem, TimelineResource, TimelineTexts } from './timeline-model.ts'
import { rowHeight, TimelineRow } from './timeline-row.tsx'
import { useTimelineDrag } from './use-timeline-drag.ts'

const NAME_WIDTH = 264
const HEAD_HEIGHT = 57
const SCROLL_STEP = 160
const MIN_DAY_WIDTH = { 1: 720, 7: 96, 28: 44 } as const

type TimelineProps = {
  readonly days: TimeAxis['days']
  readonly zone: string
  readonly hours: { readonly fromMinute: number; readonly toMinute: number }
  readonly resources: readonly TimelineResource[]
  readonly items: readonly TimelineItem[]
  /** Closed hours of a resource inside the view. */
  readonly closedOf: (resourceId: string) => readonly { readonly start: Date; readonly end: Date }[]
  readonly now: Date
  readonly texts: TimelineTexts
  readonly onOpen: (item: TimelineItem) => void
  readonly onChoose: (choice: TimelineChoice) => void
  readonly onMove: (item: TimelineItem, range: { start: Date; end: Date }) => void
  readonly onOpenResource: (resourceId: string) => void
}

/**
 * Resources down, time across. Only the rows in view are drawn, so that two hundred instruments scroll like twenty.
 * Rows are positioned, so they cannot be rows of a table; the grid holds the keyboard and names its active cell (`aria-activedescendant`).
 */
export function Timeline(props: TimelineProps) {
  const { days, zone, hours, resources, items, texts, now } = props
  const scroller = useRef<HTMLDivElement>(null)
  const draft = useRef<HTMLDivElement>(null)
  const frame = useSize(scroller)
  // In steps of some rows: a change of it draws anew, scrolling inside of it does not.
  const [scrollStep, setScrollStep] = useState(0)
  const [cursor, setCursor] = useState<Cursor | null>(null)
  const cellId = useId()

  const axis = useMemo<TimeAxis>(() => {
    const room = Math.max(frame.width - NAME_WIDTH, 0)
    const least = MIN_DAY_WIDTH[days.length as keyof typeof MIN_DAY_WIDTH] ?? 96
    return timeAxis({ days, zone, ...hours, dayWidth: Math.max(Math.floor(room / days.length), least) })
  }, [days, zone, hours, frame.width])
  const width = axisWidth(axis)

  const layout = useMemo(() => {
    const byResource = new Map<string, TimelineItem[]>()
    for (const item of items) {
      const row = byResource.get(item.resourceId)
      if (row) row.push(item)
      else byResource.set(item.resourceId, [item])
    }
    const rows = resources.map((resource) => {
      const own = byResource.get(resource.id) ?? NOTHING
      const { lanes, count } = lanesOf(own.map((item) => ({ start: item.blockedStart, end: item.blockedEnd })))
      return { items: own, lanes, height: rowHeight(count) }
    })
    return { rows, tops: rowTops(rows.map((row) => row.height)) }
  }, [resources, items])

  const { first, last } = visibleRows(layout.tops, scrollStep * SCROLL_STEP, frame.height + SCROLL_STEP)
  const itemById = useMemo(() => new Map(items.map((item) => [item.id, item])), [items])
  const rowBox = useCallback((row: number) => ({ top: layout.tops[row] ?? 0, height: layout.rows[row]?.height ?? 0 }), [layout])
  const pointer = useTimelineDrag({
    axis,
    resources,
    itemById,
    rowBox,
    draft,
    formatRange: texts.range,
    onChoose: props.onChoose,
    onMove: props.onMove,
    onOpen: props.onOpen,
  })

  const cell = (row: number) => cellMinutes(axis, resources[row]?.stepMinutes ?? 30)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (resources.length === 0 || event.target !== event.currentTarget) return
    const at = cursor ?? { row: 0, anchor: cellAt(axis, cell(0), now), focus: cellAt(axis, cell(0), now) }
    if (event.key === 'Enter') {
      event.preventDefault()
      const range = cursorRange(axis, cell(at.row), at)
      const item = layout.rows[at.row]?.items.find((each) => each.start < range.end && range.start < each.end)
      if (item && at.anchor === at.focus) props.onOpen(item)
      else props.onChoose({ resourceId: resources[at.row]!.id, ...range })
      return
    }
    const next = moveCursor(at, event, {
      rows: resources.length,
      cells: cellCount(axis, cell(at.row)),
      pageRows: Math.max(Math.floor(frame.height / 40), 1),
      itemCells: (row) => (layout.rows[row]?.items ?? []).map((item) => cellAt(axis, cell(row), item.start)).sort((a, b) => a - b),
    })
    if (!next) return
    event.preventDefault()
    setCursor(cursor ? next : at)
    reveal(scroller.current, rowBox((cursor ? next : at).row), xOf(axis, cursorRange(axis, cell(at.row), next).start))
  }

  const chosen = cursor && resources[cursor.row] && cursor.focus < cellCount(axis, cell(cursor.row)) ? cursor : null
  const range = chosen && cursorRange(axis, cell(chosen.row), chosen)
  const under = chosen && range && layout.rows[chosen.row]?.items.find((item) => item.start < range.end && range.start < item.end)
  const nowX = xOf(axis, now)
  const isNowVisible = nowX > 0 && nowX < width

  return (
    <div ref={scroller} className="tl" onScroll={(event) => setScrollStep(Math.floor(event.currentTarget.scrollTop / SCROLL_STEP))}>
      <div
        role="grid"
        tabIndex={0}
        aria-label={texts.label}
        aria-rowcount={resources.length + 1}
        aria-activedescendant={chosen ? cellId : undefined}
        className="tl-grid"
        style={{ width: NAME_WIDTH + width }}
        onKeyDown={onKeyDown}
        onFocus={(event) =>
          event.target === event.currentTarget &&
          setCursor((old) => old ?? { row: 0, anchor: cellAt(axis, cell(0), now), focus: cellAt(axis, cell(0), now) })
        }
      >
        <TimelineHead axis={axis} texts={texts} todayX={xOf(axis, now)} />
        <div
          role="rowgroup"
          className="tl-body"
          style={{ height: layout.tops.at(-1), '--tl-day': `${axis.dayWidth}px`, '--tl-name': `${NAME_WIDTH}px` } as React.CSSProperties}
          {...pointer}
        >
          {resources.slice(first, last).map((resource, offset) => {
            const index = first + offset
            const row = layout.rows[index]!
            return (
              <TimelineRow
                key={resource.id}
                index={index}
                top={layout.tops[index]!}
                height={row.height}
                axis={axis}
                width={width}
                resource={resource}
                items={row.items}
                lanes={row.lanes}
                closed={props.closedOf(resource.id)}
                texts={texts}
                onOpenResource={props.onOpenResource}
              />
            )
          })}
          {chosen && range && (
            <div role="row" className="tl-cursor-row" style={{ transform: `translateY(${rowBox(chosen.row).top}px)` }}>
              <div
                role="gridcell"
                id={cellId}
                className="tl-cursor"
                style={{
                  left: NAME_WIDTH + xOf(axis, range.start),
                  width: xOf(axis, range.end) - xOf(axis, range.start),
                  height: rowBox(chosen.row).height,
                }}
                aria-label={`${resources[chosen.row]!.title}，${texts.range(range.start, range.end)}，${under ? `${under.label} ${texts.state(under.state)}` : texts.free}`}
              />
            </div>
          )}
          {isNowVisible && <i className="tl-now" style={{ left: NAME_WIDTH + nowX }} aria-hidden="true" />}
          <div className="tl-draft-layer" style={{ left: NAME_WIDTH }} aria-hidden="true">
            <div ref={draft} className="tl-draft">
              <span />
            </div>
          </div>
        </div>
      </div>
    </div>
  )
}

const NOTHING: readonly TimelineItem[] = []

const TimelineHead = memo(function TimelineHead({
  axis,
  texts,
  todayX,
}: {
  readonly axis: TimeAxis
  readonly texts: TimelineTexts
  readonly todayX: number
}) {
  const today = Math.floor(todayX / axis.dayWidth)
  return (
    <div role="row" aria-rowindex={1} className="tl-head" style={{ height: HEAD_HEIGHT }}>
      <div role="columnheader" className="tl-name">
        <span className="tl-hidden">{texts.resource}</span>
      </div>
      <div role="columnheader" className="tl-days" style={{ width: axisWidth(axis) }} aria-label={texts.schedule}>
        {axis.days.map((day, index) => (
          <span
            key={day}
            className="tl-day"
            data-today={index === today && todayX > 0}
            style={{ left: index * axis.dayWidth, width: axis.dayWidth }}
          >
            {axis.dayWidth < 72 ? texts.shortDay(day) : texts.day(day)}
          </span>
        ))}
        {hourTicks(axis).map((tick) => (
          <span key={tick.key} className="tl-hour" style={{ left: tick.left, width: tick.width }}>
            {String(tick.hour).padStart(2, '0')}
          </span>
        ))}
      </div>
    </div>
  )
})

function useSize(element: React.RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const box = element.current
    if (!box) return
    const measure = () => setSize({ width: box.clientWidth, height: box.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [element])
  return size
}

/** Scrolls so that the cursor's row and cell can be seen beside the sticky head and names. */
function reveal(scroller: HTMLElement | null, row: { top: number; height: number }, x: number): void {
  if (!scroller) return
  const bottom = scroller.scrollTop + scroller.clientHeight - HEAD_HEIGHT
  if (row.top < scroller.scrollTop) scroller.scrollTop = row.top
  else if (row.top + row.height > bottom) scroller.scrollTop += row.top + row.height - bottom
  const right = scroller.scrollLeft + scroller.clientWidth - NAME_WIDTH
  if (x < scroller.scrollLeft) scroller.scrollLeft = x
  else if (x + 40 > right) scroller.scrollLeft += x + 40 - right
}

export function useNow(everyMs = 30_000): Date {
  const [now, setNow] = useState(() => serverClock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(serverClock.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
