import { describe, expect, test } from 'vitest'
import tokens from './tokens.json' with { type: 'json' }

type Colors = Readonly<Record<string, string>>

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2: 1 for the same colour, 21 for black on white. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'] as const)('%s', (mode) => {
  const colors: Colors = tokens.color[mode]
  test.each(Object.entries(tokens.contrast))('%s reaches %s', (pair, minimum) => {
    const [front = '', back = ''] = pair.split(' on ')
    expect(contrast(colors[front] ?? '', colors[back] ?? '')).toBeGreaterThanOrEqual(minimum)
  })

  test.each(Object.entries(tokens.bookingState[mode]))('text of the state %s can be read on its fill', (_name, state) => {
    if ('text' in state && state.text) expect(contrast(state.text, state.fill)).toBeGreaterThanOrEqual(4.5)
  })
})
