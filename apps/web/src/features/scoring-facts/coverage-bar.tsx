import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import css from './coverage-bar.module.css'

/** A part of enterprises beside the least that is wanted; the figure stands beside it, so that the bar is only a picture. */
export function CoverageBar({ ratio, least }: { ratio: number; least: number }) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const isLow = ratio < least
  return (
    <span className="nw">
      <span className={css.bar} aria-hidden="true">
        <span className={css.fill} data-is-low={isLow} style={{ width: `${Math.min(1, ratio) * 100}%` }} />
        <span className={css.least} style={{ left: `${least * 100}%` }} />
      </span>
      <span className={isLow ? 'bad' : undefined}>{format.percent(ratio)}</span>
      {isLow && <span className="s t3"> {t('data.under', { percent: format.percent(least) })}</span>}
    </span>
  )
}
