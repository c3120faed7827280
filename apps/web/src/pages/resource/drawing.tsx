import { type DrawnResource, drawingKindOf, drawingPath } from '@jiju/catalog/core/instrument-drawing'

/** Line drawing where there is no photo; the name of the resource stands beside it. */
export function Drawing({ resource }: { resource: DrawnResource }) {
  return (
    <svg
      width={120}
      height={120}
      viewBox="0 0 96 96"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.25}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawingPath(drawingKindOf(resource))} />
    </svg>
  )
}
