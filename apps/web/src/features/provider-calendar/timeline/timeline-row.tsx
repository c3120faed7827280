import { memo } from 'react'
import { spanOf, type TimeAxis } from '../time-axis.ts'
import type { TimelineItem, TimelineResource, TimelineTexts } from './timeline-model.ts'

const LANE_HEIGHT = 24
const ROW_PADDING = 8

export function rowHeight(lanes: number): number {
  return lanes * LANE_HEIGHT + ROW_PADDING
}

type RowProps = {
  readonly index: number
  readonly top: number
  readonly height: number
  readonly axis: TimeAxis
  readonly width: number
  readonly resource: TimelineResource
  readonly items: readonly TimelineItem[]
  readonly lanes: readonly number[]
  readonly closed: readonly { readonly start: Date; readonly end: Date }[]
  readonly texts: TimelineTexts
  readonly onOpenResource: (resourceId: string) => void
}

/** One resource: its name and utilisation, then what happens on it. Memoised: scrolling and dragging must not draw it again. */
export const TimelineRow = memo(function TimelineRow(props: RowProps) {
  const { index, top, height, axis, width, resource, items, lanes, closed, texts } = props
  return (
    <div role="row" aria-rowindex={index + 2} className="tl-row" style={{ transform: `translateY(${top}px)`, height }}>
      <div role="rowheader" className="tl-name">
        <button type="button" tabIndex={-1} className="tl-title" title={resource.title} onClick={() => props.onOpenResource(resource.id)}>
          {resource.title}
        </button>
        <Utilisation ratio={resource.utilisation} text={texts.utilisation(resource.utilisation)} />
      </div>
      <div role="gridcell" className="tl-track" data-row={index} style={{ width }}>
        {closed.map((range) => {
          const span = spanOf(axis, range.start, range.end)
          return span && <i key={range.start.getTime()} className="tl-closed" style={span} />
        })}
        {items.map((item, position) => (
          <Item key={item.id} item={item} axis={axis} top={ROW_PADDING / 2 + (lanes[position] ?? 0) * LANE_HEIGHT} texts={texts} />
        ))}
      </div>
    </div>
  )
})

function Utilisation({ ratio, text }: { readonly ratio: number | null; readonly text: string }) {
  const level = ratio === null ? 'none' : ratio >= 0.9 ? 'high' : ratio < 0.4 ? 'low' : 'middle'
  return (
    <>
      <span className="tl-meter" data-level={level} aria-hidden="true">
        <i style={{ width: `${Math.min(ratio ?? 0, 1) * 100}%` }} />
      </span>
      <span className="tl-share" data-level={level}>
        {text}
      </span>
    </>
  )
}

function Item({
  item,
  axis,
  top,
  texts,
}: {
  readonly item: TimelineItem
  readonly axis: TimeAxis
  readonly top: number
  readonly texts: TimelineTexts
}) {
  const span = spanOf(axis, item.start, item.end)
  const before = spanOf(axis, item.blockedStart, item.start)
  const after = spanOf(axis, item.end, item.blockedEnd)
  const name = `${item.label}，${texts.state(item.state)}，${texts.range(item.start, item.end)}`
  return (
    <>
      {before && <i className="tl-buffer" style={{ ...before, top }} />}
      {span && (
        <button
          type="button"
          tabIndex={-1}
          className="tl-item"
          data-item={item.id}
          data-state={item.state}
          data-movable={item.isMovable}
          style={{ left: span.left, width: span.width, top }}
          title={name}
          aria-label={name}
        >
          {item.label}
          {item.isMovable && <i className="tl-grip" data-grip="end" />}
        </button>
      )}
      {after && <i className="tl-buffer" style={{ ...after, top }} />}
    </>
  )
}
