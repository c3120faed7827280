import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { ChartData } from '../../ui/chart-data.tsx'
import type { Points } from './calls.ts'
import { linesOf } from './lines-of.ts'
import css from './points.module.css'
import type { PointsText } from './use-points-text.ts'

const [WIDTH, HEIGHT, RADIUS] = [356, 250, 80]
const CENTRE = { x: WIDTH / 2, y: HEIGHT / 2 + 4 }

/** The dimensions on axes of 0 to 100: own, the median of the stage, and what its best tenth reaches. */
export function Radar({ dimensions, stageName, text }: { dimensions: Points['dimensions']; stageName: string; text: PointsText }) {
  const { t } = useTranslation('points')
  const format = useFormat()
  const rate = (part: number | null) => (part === null ? '—' : format.number(part * 100, 1))
  const at = (place: number, part: number) => {
    const angle = (place / dimensions.length) * 2 * Math.PI - Math.PI / 2
    return { x: CENTRE.x + Math.cos(angle) * RADIUS * part, y: CENTRE.y + Math.sin(angle) * RADIUS * part }
  }
  const path = (parts: readonly (number | null)[]) =>
    parts.map((part, place) => `${at(place, part ?? 0).x.toFixed(1)},${at(place, part ?? 0).y.toFixed(1)}`).join(' ')
  const series = [
    { key: 'topTenth', className: css.topTenth, parts: dimensions.map(({ topTenth }) => topTenth) },
    { key: 'median', className: css.median, parts: dimensions.map(({ median }) => median) },
    { key: 'own', className: css.own, parts: dimensions.map(({ part }) => part) },
  ] as const
  const label = t('radar.label', { parts: dimensions.map(({ name, part }) => `${text.say(name)} ${rate(part)}`).join(t('and')) })
  return (
    <ChartData
      label={label}
      picture={
        <>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={css.radar} role="img" aria-label={label}>
            {[0.25, 0.5, 0.75, 1].map((part) => (
              <polygon key={part} points={path(dimensions.map(() => part))} className={css.web} />
            ))}
            {dimensions.map(({ code }, place) => (
              <line key={code} x1={CENTRE.x} y1={CENTRE.y} x2={at(place, 1).x} y2={at(place, 1).y} className={css.web} />
            ))}
            {series.map(({ key, className, parts }) =>
              parts.every((part) => part === null) ? null : <polygon key={key} points={path(parts)} className={className} />,
            )}
            {dimensions.map(({ code, name, part }, place) => {
              const { x, y } = at(place, 1.18)
              const anchor = Math.abs(x - CENTRE.x) < 8 ? 'middle' : x > CENTRE.x ? 'start' : 'end'
              const lines = linesOf(text.say(name), anchor === 'middle' ? 10 : 7)
              const top = y - (y < CENTRE.y - 8 ? 14 : 0) - (lines.length > 1 && y <= CENTRE.y + 8 ? 8 : 0)
              return (
                <text key={code} x={x} y={top} textAnchor={anchor} className={css.axis}>
                  {lines.map((line, at) => (
                    <tspan key={line} x={x} dy={at * 15}>
                      {line}
                    </tspan>
                  ))}
                  <tspan x={x} dy="17" className={css.axisValue}>
                    {rate(part)}
                  </tspan>
                </text>
              )
            })}
          </svg>
          <figcaption className="row g16 wrap s t2">
            {[...series]
              .reverse()
              .filter(({ parts }) => parts.some((part) => part !== null))
              .map(({ key, className }) => (
                <span key={key} className="row g6">
                  <svg width="18" height="8" aria-hidden="true">
                    <line x1="0" x2="18" y1="4" y2="4" className={className} />
                  </svg>
                  {t(`radar.${key}`, { stage: stageName })}
                </span>
              ))}
          </figcaption>
        </>
      }
      headers={[t('radar.dimension'), t('radar.own'), t('radar.median', { stage: stageName }), t('radar.topTenth')]}
      rows={dimensions.map(({ name, part, median, topTenth }) => [text.say(name), rate(part), rate(median), rate(topTenth)])}
    />
  )
}
