import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef } from 'react'
import { instantOf, type TimeAxis, xOf } from '../time-axis.ts'
import type { TimelineChoice, TimelineItem, TimelineResource } from './timeline-model.ts'

const THRESHOLD = 4

type Drag = {
  readonly kind: 'choose' | 'move' | 'resize'
  readonly row: number
  readonly startX: number
  /** Pixel of the axis where the pointer went down, and the step that it fell into. */
  readonly pressedAt: number
  readonly anchor: Date
  readonly item: TimelineItem | undefined
  range: { start: Date; end: Date }
  isLive: boolean
}

type TimelineDragDeps = {
  readonly axis: TimeAxis
  readonly resources: readonly TimelineResource[]
  readonly itemById: ReadonlyMap<string, TimelineItem>
  readonly rowBox: (row: number) => { readonly top: number; readonly height: number }
  readonly draft: RefObject<HTMLDivElement | null>
  readonly formatRange: (start: Date, end: Date) => string
  readonly onChoose: (choice: TimelineChoice) => void
  readonly onMove: (item: TimelineItem, range: { start: Date; end: Date }) => void
  readonly onOpen: (item: TimelineItem) => void
}

/**
 * Drag on free ground chooses, drag on a booking moves it, drag on its end changes its length, a click opens it.
 * While dragging only one element's style is written, so that nothing is rendered again.
 */
export function useTimelineDrag(deps: TimelineDragDeps) {
  const latest = useRef(deps)
  latest.current = deps
  const drag = useRef<Drag | null>(null)

  useEffect(() => {
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drag.current) return
      drag.current = null
      hide(latest.current.draft)
    }
    window.addEventListener('keydown', cancel)
    return () => window.removeEventListener('keydown', cancel)
  }, [])

  const onPointerDown = (event: ReactPointerEvent<HTMLElement>) => {
    // Fingers scroll; the form and the list do on a touch screen what dragging does with a mouse.
    if (event.button !== 0 || event.pointerType === 'touch') return
    const target = event.target as HTMLElement
    const track = target.closest<HTMLElement>('[data-row]')
    if (!track) return
    const { axis, resources, itemById } = latest.current
    const row = Number(track.dataset.row)
    const resource = resources[row]
    if (!resource) return
    const item = itemById.get(target.closest<HTMLElement>('[data-item]')?.dataset.item ?? '')
    if (item && !item.isMovable) return
    const x = event.clientX - track.getBoundingClientRect().left
    const start = instantOf(axis, x, resource.stepMinutes)
    const range = item ? { start: item.start, end: item.end } : { start, end: new Date(start.getTime() + resource.stepMinutes * 60_000) }
    drag.current = {
      kind: item ? (target.dataset.grip === 'end' ? 'resize' : 'move') : 'choose',
      row,
      startX: event.clientX,
      pressedAt: x,
      anchor: start,
      item,
      range,
      isLive: false,
    }
    event.currentTarget.setPointerCapture(event.pointerId)
  }

  const onPointerMove = (event: ReactPointerEvent<HTMLElement>) => {
    const current = drag.current
    if (!current) return
    const distance = event.clientX - current.startX
    if (!current.isLive && Math.abs(distance) < THRESHOLD) return
    current.isLive = true
    const { axis, resources, rowBox, draft, formatRange } = latest.current
    current.range = draggedRange(current, distance, axis, resources[current.row]!.stepMinutes)
    const box = draft.current
    if (!box) return
    const { top, height } = rowBox(current.row)
    const left = xOf(axis, current.range.start)
    box.style.transform = `translate(${left}px, ${top + 3}px)`
    box.style.width = `${Math.max(xOf(axis, current.range.end) - left, 2)}px`
    box.style.height = `${height - 6}px`
    box.style.visibility = 'visible'
    box.dataset.kind = current.kind
    if (box.firstElementChild) box.firstElementChild.textContent = formatRange(current.range.start, current.range.end)
  }

  const onPointerUp = (event: ReactPointerEvent<HTMLElement>) => {
    const current = drag.current
    drag.current = null
    hide(latest.current.draft)
    if (!current?.isLive) return
    event.preventDefault()
    const { resources, onChoose, onMove } = latest.current
    if (current.kind === 'choose') onChoose({ resourceId: resources[current.row]!.id, ...current.range })
    else if (
      current.item &&
      (current.range.start.getTime() !== current.item.start.getTime() || current.range.end.getTime() !== current.item.end.getTime())
    )
      onMove(current.item, current.range)
    swallowClick()
  }

  const onClick = (event: { readonly target: EventTarget }) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')?.dataset.item
    const item = latest.current.itemById.get(id ?? '')
    if (item) latest.current.onOpen(item)
  }

  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp, onClick }
}

function draggedRange(drag: Drag, distance: number, axis: TimeAxis, stepMinutes: number): { start: Date; end: Date } {
  const step = stepMinutes * 60_000
  if (drag.kind === 'choose') {
    const focus = instantOf(axis, drag.pressedAt + distance, stepMinutes)
    const [first, last] = focus < drag.anchor ? [focus, drag.anchor] : [drag.anchor, focus]
    return { start: first, end: new Date(last.getTime() + step) }
  }
  const item = drag.item!
  if (drag.kind === 'resize') {
    const end = instantOf(axis, xOf(axis, item.end) + distance, stepMinutes)
    return { start: item.start, end: end.getTime() - item.start.getTime() < step ? new Date(item.start.getTime() + step) : end }
  }
  const start = instantOf(axis, xOf(axis, item.start) + distance, stepMinutes)
  return { start, end: new Date(start.getTime() + item.end.getTime() - item.start.getTime()) }
}

function hide(draft: RefObject<HTMLDivElement | null>): void {
  if (draft.current) draft.current.style.visibility = 'hidden'
}

/** The click that follows a drag must not open what lies under the pointer. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}
