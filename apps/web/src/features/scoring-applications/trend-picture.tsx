import type { ClauseEvaluation } from '@jiju/scoring/contract/evaluation'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useWording } from '../../lib/use-wording.ts'
import { ChartData } from '../../ui/chart-data.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import css from './evaluation.module.css'

const [WIDTH, HEIGHT, LEFT, RIGHT, BOTTOM, TOP] = [640, 240, 64, 24, 28, 14]
const INNER = WIDTH - LEFT - RIGHT

/** A scale of a picture: places of values, and a few of them to name. */
function scaleOf(values: readonly number[]) {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const margin = (high - low || Math.abs(high) || 1) * 0.12
  const [from, to] = [low - margin, high + margin]
  return {
    y: (value: number) => TOP + ((to - value) / (to - from)) * (HEIGHT - TOP - BOTTOM),
    ticks: [0, 1, 2, 3].map((at) => from + ((to - from) * at) / 3),
  }
}

type Scales = { readonly x: (year: number) => number; readonly y: (value: number) => number }

/** The frame of a picture over the years: values at the left, years below, and where support begins. */
function YearFrame({
  label,
  evaluation: { start, years },
  scales: { x, y },
  ticks,
  decimals,
  hasLines = false,
  children,
}: {
  label: string
  evaluation: Pick<ClauseEvaluation, 'start' | 'years'>
  scales: Scales
  ticks: readonly number[]
  decimals: number
  hasLines?: boolean
  children: ReactNode
}) {
  const format = useFormat()
  return (
    <ScrollRegion className={css.scroll ?? ''} label={label}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} role="img" aria-label={label}>
        {ticks.map((tick) => (
          <g key={tick}>
            {hasLines && <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} className={css.line} />}
            <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end" className={css.text}>
              {format.number(tick, decimals)}
            </text>
          </g>
        ))}
        <line x1={x(start - 0.5)} x2={x(start - 0.5)} y1={TOP} y2={HEIGHT - BOTTOM} className={css.start} />
        {children}
        {years.map((year) => (
          <text key={year} x={x(year)} y={HEIGHT - 8} textAnchor="middle" className={css.text}>
            {year}
          </text>
        ))}
      </svg>
    </ScrollRegion>
  )
}

type Point = { readonly year: number; readonly value: number | null }

/** Both groups over the years, with the start of support: before it their lines should run side by side. */
export function TrendPicture({ evaluation }: { evaluation: ClauseEvaluation }) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  const { means, start, years } = evaluation
  const known = means.flatMap(({ treated, others }) => [treated, others]).filter((value): value is number => value !== null)
  if (known.length === 0) return null
  const { y, ticks } = scaleOf(known)
  const x = (year: number) => LEFT + ((year - (years[0] ?? year)) / Math.max(1, years.length - 1)) * INNER
  const label = t('evaluation.trends')
  const lineOf = (points: readonly Point[]) =>
    points.flatMap(({ year, value }) => (value === null ? [] : [`${x(year)},${y(value)}`])).join(' ')
  const treated = means.map(({ year, treated: value }) => ({ year, value }))
  const others = means.map(({ year, others: value }) => ({ year, value }))
  return (
    <ChartData
      label={label}
      picture={
        <>
          <YearFrame label={label} evaluation={evaluation} scales={{ x, y }} ticks={ticks} decimals={2} hasLines>
            <polyline points={lineOf(treated)} className={css.treated} />
            <polyline points={lineOf(others)} className={css.others} />
          </YearFrame>
          <figcaption className="s t2 row g16 wrap">
            <span>
              <i className={css.keyTreated} /> {t('evaluation.supported')}
            </span>
            <span>
              <i className={css.keyOthers} /> {t('evaluation.others')}
            </span>
            <span className="t3">{t('evaluation.trendNote', { start })}</span>
          </figcaption>
        </>
      }
      headers={[t('evaluation.year'), t('evaluation.supported'), t('evaluation.others')]}
      rows={means.map((row) => [String(row.year), format.number(row.treated, 4), format.number(row.others, 4)])}
    />
  )
}

/** Differences year by year against the year before support, with their intervals. */
export function EventPicture({ evaluation }: { evaluation: ClauseEvaluation }) {
  const { t } = useTranslation('scoring-applications')
  const wording = useWording()
  const format = useFormat()
  const { eventStudy, start, years } = evaluation
  if (!eventStudy || eventStudy.length === 0) return null
  const { y, ticks } = scaleOf([0, ...eventStudy.flatMap(({ low, high }) => [low, high])])
  const x = (year: number) => LEFT + 30 + ((year - (years[0] ?? year)) / Math.max(1, years.length - 1)) * (INNER - 60)
  const label = t('evaluation.events')
  return (
    <ChartData
      label={label}
      picture={
        <>
          <YearFrame label={label} evaluation={evaluation} scales={{ x, y }} ticks={ticks} decimals={3}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(0)} y2={y(0)} className={css.zero} />
            {eventStudy.map((line) => (
              <g key={line.year}>
                <line x1={x(line.year)} x2={x(line.year)} y1={y(line.low)} y2={y(line.high)} className={css.interval} />
                <circle cx={x(line.year)} cy={y(line.value)} r={4} className={css.point}>
                  <title>
                    {wording.beside(
                      `${line.year} ${format.number(line.value, 4)}`,
                      `${format.number(line.low, 4)} — ${format.number(line.high, 4)}`,
                    )}
                  </title>
                </circle>
              </g>
            ))}
          </YearFrame>
          <figcaption className="s t3">{t('evaluation.eventNote', { year: start - 1 })}</figcaption>
        </>
      }
      headers={[t('evaluation.year'), t('evaluation.difference'), t('evaluation.interval'), t('evaluation.error'), 'p']}
      rows={eventStudy.map((line) => [
        String(line.year),
        format.number(line.value, 4),
        `${format.number(line.low, 4)} — ${format.number(line.high, 4)}`,
        format.number(line.standardError, 4),
        format.number(line.p, 3),
      ])}
    />
  )
}
