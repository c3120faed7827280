import { Link, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../../lib/use-media.ts'
import { ChartData } from '../../ui/chart-data.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import type { Points } from './calls.ts'
import { linesOf } from './lines-of.ts'
import css from './points.module.css'
import type { PointsText } from './use-points-text.ts'
import { waterfallBars } from './waterfall-bars.ts'
import { WaterfallList } from './waterfall-list.tsx'

const [COLUMN, TOP, PLOT, LABELS, LEFT] = [56, 22, 160, 122, 56]
/** So many characters of a name have room in a line. */
const ASLANT = 10
const COLOURS = [css.d0, css.d1, css.d2, css.d3, css.d4, css.d5]

/** From nought to the score, line by line. A bar leads to what stands behind it. */
export function Waterfall({ points, text, linkOf }: { points: Points; text: PointsText; linkOf: (code: string) => LinkProps }) {
  const { t } = useTranslation('points')
  const bars = waterfallBars(points)
  const total = points.reckonedSteps ?? 0
  const most = Math.max(1, total, ...bars.map(({ to }) => to))
  const width = LEFT + COLUMN * (bars.length + 1)
  const y = (steps: number) => TOP + PLOT - (steps / most) * PLOT
  const nameOf = ({ kind, code, isRepaired }: (typeof bars)[number]) =>
    isRepaired ? t('line.repaired', { name: text.line(kind, code) }) : text.line(kind, code)
  const label = t('waterfall.label', { total: text.score(total) })
  const isPhone = useIsPhone()
  const sum = t(points.steps === null ? 'waterfall.reckoned' : 'waterfall.total')
  const named = bars.map((bar) => ({
    ...bar,
    name: nameOf(bar),
    amount: bar.isMissing ? t('waterfall.missing') : text.score(bar.steps),
    colour: bar.steps < 0 ? css.minus : (COLOURS[bar.dimension] ?? css.other),
  }))
  if (isPhone)
    return (
      <WaterfallList
        bars={named}
        total={{ name: sum, amount: text.score(total), steps: total, isGiven: points.steps !== null }}
        most={most}
        linkOf={linkOf}
      />
    )
  return (
    <ChartData
      label={label}
      picture={
        <ScrollRegion className={css.scroll ?? ''} label={label}>
          <svg viewBox={`0 0 ${width} ${TOP + PLOT + LABELS}`} style={{ minWidth: Math.min(width, 980) }} className={css.wide}>
            <title>{label}</title>
            <line x1="0" x2={width} y1={y(0)} y2={y(0)} className={css.zero} />
            {named.map(({ name, amount, colour, ...bar }, place) => {
              const x = LEFT + place * COLUMN
              const high = Math.max(bar.from, bar.to)
              const whole = (
                <>
                  <title>{`${name} ${amount}`}</title>
                  <rect x={x - 8} y={TOP - 20} width={COLUMN - 2} height={PLOT + LABELS} fill="transparent" />
                </>
              )
              return (
                <g key={bar.key}>
                  <rect
                    x={x}
                    width={COLUMN - 20}
                    y={y(high)}
                    height={Math.max(2, Math.abs(y(bar.from) - y(bar.to)))}
                    rx="2"
                    className={bar.isMissing ? css.gap : colour}
                  />
                  <text x={x + (COLUMN - 20) / 2} y={y(high) - 6} textAnchor="middle" className={bar.steps < 0 ? css.minusText : css.value}>
                    {bar.isMissing ? '—' : text.score(bar.steps)}
                  </text>
                  <text
                    transform={`translate(${x + (COLUMN - 20) / 2 + 4} ${TOP + PLOT + 16}) rotate(-48)`}
                    textAnchor="end"
                    className={css.axis}
                  >
                    {linesOf(name, ASLANT).map((line, at) => (
                      <tspan key={line} x="0" dy={at * 14}>
                        {line}
                      </tspan>
                    ))}
                  </text>
                  {bar.kind === 'indicator' && bar.code ? (
                    <Link {...linkOf(bar.code)} aria-label={`${name} ${amount}`}>
                      {whole}
                    </Link>
                  ) : (
                    whole
                  )}
                </g>
              )
            })}
            <g>
              <rect
                x={LEFT + bars.length * COLUMN}
                width={COLUMN - 18}
                y={y(total)}
                height={Math.max(2, y(0) - y(total))}
                rx="2"
                className={points.steps === null ? css.gap : css.total}
              />
              <text x={LEFT + bars.length * COLUMN + (COLUMN - 18) / 2} y={y(total) - 6} textAnchor="middle" className={css.totalText}>
                {text.score(total)}
              </text>
              <text
                transform={`translate(${LEFT + bars.length * COLUMN + 24} ${TOP + PLOT + 16}) rotate(-48)`}
                textAnchor="end"
                className={css.axis}
              >
                {sum}
              </text>
            </g>
          </svg>
        </ScrollRegion>
      }
      headers={[t('waterfall.line'), t('waterfall.points')]}
      rows={[
        ...named.map(({ name, isMissing, steps }) => [name, isMissing ? t('waterfall.missing') : text.signed(steps)]),
        [sum, text.score(total)],
      ]}
    />
  )
}

/** What each dimension brings, with its colour. */
export function DimensionKeys({ dimensions, text }: { dimensions: Points['dimensions']; text: PointsText }) {
  return (
    <span className="row g16 wrap s t2">
      {dimensions.map(({ code, name, kind, steps }, place) => (
        <span key={code} className="row g6">
          <svg width="10" height="10" aria-hidden="true">
            <rect width="10" height="10" rx="2" className={kind === 'deductions' ? css.minus : COLOURS[place]} />
          </svg>
          {text.say(name)} {text.score(steps)}
        </span>
      ))}
    </span>
  )
}
