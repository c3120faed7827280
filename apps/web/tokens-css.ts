import type { Plugin } from 'vite'
import tokens from './src/ui/tokens.json' with { type: 'json' }

type Mode = 'light' | 'dark'

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function variables(mode: Mode): string {
  const lines = Object.entries(tokens.color[mode]).map(([name, value]) => `--${kebab(name)}:${value}`)
  for (const [name, state] of Object.entries(tokens.bookingState[mode]))
    for (const part of ['fill', 'edge', 'text'] as const) {
      const value = (state as Partial<Record<typeof part, string | null>>)[part]
      if (value) lines.push(`--booking-${kebab(name)}-${part}:${value}`)
    }
  for (const [name, value] of Object.entries(tokens.chart[mode])) lines.push(`--chart-${name}:${value}`)
  return lines.join(';')
}

/** The style sheet of `tokens.json`: one custom property per role, light on `:root`, dark under `data-theme="dark"`. */
function tokensCss(): string {
  const fixed = [
    `--font:${tokens.type.family}`,
    `--font-mono:${tokens.type.mono}`,
    `--shadow-popover:${tokens.shadow.popover}`,
    ...Object.entries(tokens.radius).map(([name, value]) => `--radius-${name}:${value}px`),
  ].join(';')
  return `:root{${fixed};${variables('light')};color-scheme:light}\n:root[data-theme="dark"]{${variables('dark')};color-scheme:dark}\n`
}

/** Fills `src/ui/tokens.css` from the tokens, so that no generated file can go stale. */
export function tokensPlugin(): Plugin {
  return {
    name: 'jiju-tokens',
    enforce: 'pre',
    load: (id) => (id.split('?')[0]?.endsWith('/src/ui/tokens.css') ? tokensCss() : undefined),
  }
}
