/** The lowest or the highest numbers that each row met, so many a row: enough for a quantile near the end without keeping all. */
type Tail = {
  readonly add: (row: number, value: number) => void
  /** The innermost number kept of a row; NaN where nothing was met. */
  readonly innermost: (row: number) => number
}

export function tailOf(rows: number, size: number, side: 'lowest' | 'highest'): Tail {
  const sign = side === 'lowest' ? 1 : -1
  const kept = new Float32Array(rows * size)
  const counts = new Uint16Array(rows)
  return {
    add: (row, value) => {
      const signed = value * sign
      const start = row * size
      let count = counts[row] as number
      if (count === size) {
        if (signed >= (kept[start + count - 1] as number)) return
        count -= 1
      } else counts[row] = count + 1
      let place = start + count
      while (place > start && (kept[place - 1] as number) > signed) {
        kept[place] = kept[place - 1] as number
        place -= 1
      }
      kept[place] = signed
    },
    innermost: (row) => {
      const count = counts[row] as number
      return count === 0 ? Number.NaN : (kept[row * size + count - 1] as number) * sign
    },
  }
}
