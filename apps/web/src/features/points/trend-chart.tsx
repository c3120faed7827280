import type { PointsOfRun } from '@jiju/scoring/contract/own-points'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { ChartData } from '../../ui/chart-data.tsx'
import css from './points.module.css'

const [WIDTH, HEIGHT, SIDE, FOOT] = [640, 190, 60, 28]

/** Scores over the published runs, the oldest on the left; a run without a score leaves a gap. */
export function TrendChart({ runs }: { runs: readonly PointsOfRun[] }) {
  const { t } = useTranslation('points')
  const format = useFormat()
  const list = [...runs].reverse()
  const scores = list.map(({ score }) => (score === null ? null : Number(score)))
  const known = scores.filter((score) => score !== null)
  const top = Math.max(1, ...known) * 1.08
  const bottom = Math.max(0, Math.min(...known) * 0.85)
  const x = (place: number) => (list.length < 2 ? WIDTH / 2 : SIDE + (place / (list.length - 1)) * (WIDTH - 2 * SIDE))
  const y = (score: number) => HEIGHT - FOOT - ((score - bottom) / (top - bottom)) * (HEIGHT - FOOT - 24)
  const label = t('trend.title')
  return (
    <ChartData
      label={label}
      picture={
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={css.trendChart} role="img" aria-label={label}>
          <line x1="0" x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} className={css.zero} />
          {scores.map((score, place) => {
            const before = scores[place - 1]
            const { runId } = list[place] as PointsOfRun
            return score === null || before === null || before === undefined ? null : (
              <line key={runId} x1={x(place - 1)} y1={y(before)} x2={x(place)} y2={y(score)} className={css.trend} />
            )
          })}
          {list.map(({ runId, period, score }, place) => (
            <g key={runId}>
              {score !== null && (
                <>
                  <circle cx={x(place)} cy={y(Number(score))} r="4" className={css.dot} />
                  <text x={x(place)} y={y(Number(score)) - 10} textAnchor="middle" className={css.totalText}>
                    {score}
                  </text>
                </>
              )}
              <text x={x(place)} y={HEIGHT - 8} textAnchor="middle" className={css.axis}>
                {format.period(period)}
              </text>
            </g>
          ))}
        </svg>
      }
      headers={[t('trend.period'), t('trend.score'), t('trend.place'), t('trend.model')]}
      rows={list.map(({ period, number, score, rankStage, stageCount, modelVersion }) => [
        `${format.period(period)} · ${number}`,
        score ?? '—',
        rankStage === null ? '—' : `${rankStage} / ${stageCount}`,
        modelVersion,
      ])}
    />
  )
}
