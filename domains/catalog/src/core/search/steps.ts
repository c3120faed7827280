import type { Fen } from '@jiju/kernel/money'

/**
 * Prices and places as steps that the index can compare. A step is coarser than what is asked, so the rows it finds are compared once more;
 * without it the index would hand out every row that the words find.
 */

// Four steps a decade from one yuan to a million; what lies outside is in the first and last.
const STEPS = 26

/** Grows with the price: 0 … 25. */
export function priceStep(fen: Fen): number {
  if (fen < 100n) return 0
  return Math.min(STEPS - 1, 1 + Math.floor(4 * (Math.log10(Number(fen)) - 2)))
}

/** The steps that prices between the bounds lie in, both included, at least one; undefined when every step may. */
export function priceSteps(fromFen: Fen | null, toFen: Fen | null): number[] | undefined {
  const first = fromFen === null ? 0 : priceStep(fromFen)
  const last = toFen === null ? STEPS - 1 : priceStep(toFen)
  if (first === 0 && last === STEPS - 1) return undefined
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index)
}

// Degrees of one cell; the wider one serves wide circles.
const CELLS = [0.1, 1] as const
const MAX_CELLS = 100
const KM_PER_DEGREE = 111.19

const cellName = (size: number, lon: number, lat: number) => `${size}:${Math.floor(lon / size)}:${Math.floor(lat / size)}`

/** The cells that a point lies in, one of each size. */
export function cellsOf(point: { readonly lon: number; readonly lat: number }): string[] {
  return CELLS.map((size) => cellName(size, point.lon, point.lat))
}

/** Cells that cover a circle; undefined when it is too wide, or reaches a pole or the date line. */
export function cellsAround(point: { readonly lon: number; readonly lat: number }, km: number): string[] | undefined {
  const north = km / KM_PER_DEGREE
  const widest = Math.max(Math.abs(point.lat - north), Math.abs(point.lat + north))
  if (widest >= 89) return undefined
  const east = north / Math.cos((widest * Math.PI) / 180)
  if (Math.abs(point.lon) + east >= 180) return undefined
  for (const size of CELLS) {
    const columns = Math.floor((point.lon + east) / size) - Math.floor((point.lon - east) / size) + 1
    const rows = Math.floor((point.lat + north) / size) - Math.floor((point.lat - north) / size) + 1
    if (columns * rows > MAX_CELLS) continue
    // From the middle of each cell, so that rounding names it as `cellsOf` does.
    const first = { lon: (Math.floor((point.lon - east) / size) + 0.5) * size, lat: (Math.floor((point.lat - north) / size) + 0.5) * size }
    return Array.from({ length: columns * rows }, (_, index) =>
      cellName(size, first.lon + (index % columns) * size, first.lat + Math.floor(index / columns) * size),
    )
  }
  return undefined
}
