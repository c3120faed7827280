import type { AssessmentPatterns } from '@jiju/booking/contract/assessment'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { ChartData } from '../../ui/chart-data.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import './assessment.css'

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [680, 180, 52, 22]

/** Proved hours step by step: those of others at the foot, one's own above them. */
export function StepChart({ steps, step }: { steps: AssessmentPatterns['steps']; step: 'week' | 'month' }) {
  const { t } = useTranslation('assessment')
  const format = useFormat()
  const top = niceTop(Math.max(1, ...steps.map(({ effectiveSeconds }) => effectiveSeconds / 3600)))
  const y = (hours: number) => HEIGHT - BOTTOM - (hours / top) * (HEIGHT - BOTTOM - 10)
  const wide = (WIDTH - LEFT) / Math.max(1, steps.length)
  const every = Math.ceil(steps.length / 12)
  const nameOf = (from: string) => (step === 'month' ? from.slice(0, 7) : from)
  const label = t(`steps.${step}`)
  return (
    <ChartData
      label={label}
      picture={
        <>
          <ScrollRegion className="chart-scroll" label={label}>
            <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} role="img" aria-label={label}>
              {[0, top / 2, top].map((hours) => (
                <g key={hours}>
                  <line x1={LEFT} x2={WIDTH} y1={y(hours)} y2={y(hours)} className={hours === 0 ? 'chart-zero' : 'chart-line'} />
                  <text x={LEFT - 6} y={y(hours) + 4} textAnchor="end" className="chart-text">
                    {format.number(hours)}
                  </text>
                </g>
              ))}
              {steps.map(({ from, effectiveSeconds, externalSeconds }, index) => {
                const [effective, external] = [effectiveSeconds / 3600, externalSeconds / 3600]
                const x = LEFT + index * wide + wide * 0.15
                return (
                  <g key={from}>
                    <rect x={x} width={wide * 0.7} y={y(external)} height={y(0) - y(external)} className="bar-external">
                      <title>{`${nameOf(from)}　${t('steps.external')} ${format.number(external, 1)}`}</title>
                    </rect>
                    <rect x={x} width={wide * 0.7} y={y(effective)} height={y(external) - y(effective)} className="bar-internal">
                      <title>{`${nameOf(from)}　${t('steps.internal')} ${format.number(effective - external, 1)}`}</title>
                    </rect>
                    {index % every === 0 && (
                      <text x={x} y={HEIGHT - 6} className="chart-text">
                        {step === 'month' ? from.slice(2, 7) : from.slice(5)}
                      </text>
                    )}
                  </g>
                )
              })}
            </svg>
          </ScrollRegion>
          <figcaption className="s t2 row g16 wrap">
            <span>
              <i className="key bar-external" /> {t('steps.external')}
            </span>
            <span>
              <i className="key bar-internal" /> {t('steps.internal')}
            </span>
            <span className="t3">{t('steps.unit')}</span>
          </figcaption>
        </>
      }
      headers={[t(`steps.name_${step}`), t('steps.external'), t('steps.internal'), t('steps.open'), t('steps.share')]}
      rows={steps.map(({ from, effectiveSeconds, externalSeconds, openSeconds }) => [
        nameOf(from),
        format.number(externalSeconds / 3600, 1),
        format.number((effectiveSeconds - externalSeconds) / 3600, 1),
        format.number(openSeconds / 3600, 1),
        openSeconds > 0 ? format.percent(effectiveSeconds / openSeconds) : '—',
      ])}
    />
  )
}

/** 1, 2 or 5 times a power of ten, not below the highest bar. */
function niceTop(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(highest))
  return ([1, 2, 5, 10].find((factor) => factor * power >= highest) ?? 10) * power
}
