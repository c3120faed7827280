import { Link, type LinkProps } from '@tanstack/react-router'
import css from './points.module.css'
import type { Bar } from './waterfall-bars.ts'

type WaterfallListProps = {
  readonly bars: readonly (Bar & { readonly name: string; readonly amount: string; readonly colour: string | undefined })[]
  readonly total: { readonly name: string; readonly amount: string; readonly steps: number; readonly isGiven: boolean }
  /** The highest that the bars come to. */
  readonly most: number
  readonly linkOf: (code: string) => LinkProps
}

/** The bars of a score under each other, where there is no room for them side by side. */
export function WaterfallList({ bars, total, most, linkOf }: WaterfallListProps) {
  const part = (steps: number) => `${(steps / most) * 100}%`
  return (
    <ul className={css.barList}>
      {bars.map(({ key, kind, code, name, amount, colour, steps, from, to, isMissing }) => (
        <li key={key}>
          {kind === 'indicator' && code ? <Link {...linkOf(code)}>{name}</Link> : <span>{name}</span>}
          <span className={steps < 0 ? 'bad' : isMissing ? 't3' : undefined}>{amount}</span>
          <svg className={css.barTrack} aria-hidden="true">
            {!isMissing && (
              <rect
                x={part(Math.min(from, to))}
                width={part(Math.max(Math.abs(to - from), most / 200))}
                height="8"
                rx="2"
                className={colour}
              />
            )}
          </svg>
        </li>
      ))}
      <li className="b">
        <span>{total.name}</span>
        <span>{total.amount}</span>
        <svg className={css.barTrack} aria-hidden="true">
          <rect width={part(total.steps)} height="8" rx="2" className={total.isGiven ? css.total : css.gap} />
        </svg>
      </li>
    </ul>
  )
}
