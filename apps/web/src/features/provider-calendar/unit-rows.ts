const MARK = '#'

/** The row of a unit: the only unit's row is the resource itself. A unit above the capacity, left over from a larger one, is drawn on the last. */
export function rowOfUnit(resourceId: string, unit: number, capacity: number): string {
  // A displaced booking keeps its unit as a negative number.
  return capacity > 1 ? `${resourceId}${MARK}${Math.min(Math.abs(unit), capacity)}` : resourceId
}

/** The resource that a row belongs to. */
export function resourceOfRow(row: string): string {
  return row.split(MARK)[0] ?? row
}

/** A row for each unit of a resource, titled by `titleOf` where there are several. */
export function unitRows<Resource extends { readonly id: string; readonly title: string }>(
  resource: Resource,
  capacity: number,
  titleOf: (title: string, unit: number) => string,
): Resource[] {
  if (capacity <= 1) return [resource]
  return Array.from({ length: capacity }, (_, index) => ({
    ...resource,
    id: rowOfUnit(resource.id, index + 1, capacity),
    title: titleOf(resource.title, index + 1),
  }))
}
