import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsAround, cellsOf, priceStep, priceSteps } from './steps.ts'

const price = fc.bigInt({ min: 0n, max: 10_000_000_000n })

test('a price within the bounds lies in one of their steps', () =>
  fc.assert(
    fc.property(price, price, price, (a, b, c) => {
      const [from, fen, to] = [a, b, c].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0)) as [bigint, bigint, bigint]
      for (const steps of [priceSteps(from, to), priceSteps(from, null), priceSteps(null, to)])
        if (steps) expect(steps).toContain(priceStep(fen))
    }),
  ))

test('a low bound asks for few steps, none for all, and bounds in the wrong order for one that holds none of them', () => {
  expect(priceSteps(null, 8_000n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  expect(priceSteps(null, null)).toBeUndefined()
  expect(priceSteps(100_000n, 100n)).toHaveLength(1)
})

// The formula of the row condition.
const distance = (a: { lon: number; lat: number }, b: { lon: number; lat: number }) => {
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)))
}

test('a point within the circle lies in one of its cells', () =>
  fc.assert(
    fc.property(
      fc.record({
        lon: fc.double({ min: -179, max: 179, noNaN: true }),
        lat: fc.double({ min: -85, max: 85, noNaN: true }),
      }),
      fc.double({ min: 0.1, max: 500, noNaN: true }),
      fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (here, km, angle, share) => {
        const cells = cellsAround(here, km)
        if (!cells) return
        const north = (km / 111.19) * share
        const there = {
          lat: here.lat + north * Math.sin(angle),
          lon: here.lon + (north * Math.cos(angle)) / Math.cos((here.lat * Math.PI) / 180),
        }
        if (distance(here, there) > km) return
        expect(cellsOf(there).some((cell) => cells.includes(cell))).toBe(true)
      },
    ),
  ))

test('a town is covered by small cells, a country by large ones, the world by none', () => {
  expect(cellsAround({ lon: 121.4, lat: 31.2 }, 15)?.every((cell) => cell.startsWith('0.1:'))).toBe(true)
  expect(cellsAround({ lon: 121.4, lat: 31.2 }, 300)?.every((cell) => cell.startsWith('1:'))).toBe(true)
  expect(cellsAround({ lon: 121.4, lat: 31.2 }, 20_000)).toBeUndefined()
  expect(cellsAround({ lon: 179.9, lat: 0 }, 100)).toBeUndefined()
})
