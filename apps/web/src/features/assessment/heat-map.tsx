import type { AssessmentPatterns } from '@jiju/booking/contract/assessment'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { ChartData } from '../../ui/chart-data.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import './assessment.css'

const [CELL, ROW, LEFT, TOP] = [26, 24, 56, 20]
const DAYS = [1, 2, 3, 4, 5, 6, 7]
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** Weekday × hour: how much of the open hours was used; hours that are never open have no ground. */
export function HeatMap({ cells }: { cells: AssessmentPatterns['cells'] }) {
  const { t } = useTranslation('assessment')
  const format = useFormat()
  const cellOf = (weekday: number, hour: number) => cells[(weekday - 1) * 24 + hour]
  const words = (weekday: number, hour: number) => {
    const cell = cellOf(weekday, hour)
    if (!cell || cell.openSeconds === 0) return cell && cell.usedSeconds > 0 ? format.number(cell.usedSeconds / 3600, 1) : '—'
    return format.percent(cell.usedSeconds / cell.openSeconds, 0)
  }
  const best = [...cells].sort((a, b) => shareOf(b) - shareOf(a))[0]
  const label = t('heat.label')
  const summary = best
    ? t('heat.summary', { day: format.weekdayName(best.weekday), hour: best.hour, share: format.percent(shareOf(best), 0) })
    : ''
  return (
    <ChartData
      label={label}
      picture={
        <>
          <ScrollRegion className="chart-scroll" label={label}>
            <svg
              viewBox={`0 0 ${LEFT + 24 * CELL} ${TOP + 7 * ROW}`}
              width={LEFT + 24 * CELL}
              role="img"
              aria-label={`${label}。${summary}`}
            >
              {HOURS.filter((hour) => hour % 3 === 0).map((hour) => (
                <text key={hour} x={LEFT + hour * CELL} y={13} className="chart-text">
                  {`${hour}:00`}
                </text>
              ))}
              {DAYS.map((weekday) => (
                <g key={weekday}>
                  <text x={LEFT - 8} y={TOP + (weekday - 1) * ROW + 16} textAnchor="end" className="chart-text">
                    {format.weekdayName(weekday)}
                  </text>
                  {HOURS.map((hour) => {
                    const cell = cellOf(weekday, hour)
                    const share = cell ? shareOf(cell) : 0
                    return (
                      <rect
                        key={hour}
                        x={LEFT + hour * CELL + 1}
                        y={TOP + (weekday - 1) * ROW + 1}
                        width={CELL - 2}
                        height={ROW - 2}
                        rx={2}
                        className={cell && cell.openSeconds > 0 ? 'heat-open' : 'heat-closed'}
                        style={
                          share > 0
                            ? {
                                fill: `color-mix(in oklab, var(--accent) ${Math.round(8 + (share / (best ? shareOf(best) : 1)) * 92)}%, var(--bg-surface))`,
                              }
                            : undefined
                        }
                      >
                        <title>{`${format.weekdayName(weekday)} ${hour}:00　${words(weekday, hour)}`}</title>
                      </rect>
                    )
                  })}
                </g>
              ))}
            </svg>
          </ScrollRegion>
          <figcaption className="s t3">
            {summary} {t('heat.note')}
          </figcaption>
        </>
      }
      headers={[t('heat.hour'), ...DAYS.map((weekday) => format.weekdayName(weekday))]}
      rows={HOURS.map((hour) => [`${hour}:00`, ...DAYS.map((weekday) => words(weekday, hour))])}
    />
  )
}

const shareOf = ({ usedSeconds, openSeconds }: { usedSeconds: number; openSeconds: number }): number =>
  openSeconds > 0 ? Math.min(1, usedSeconds / openSeconds) : usedSeconds > 0 ? 0.05 : 0
