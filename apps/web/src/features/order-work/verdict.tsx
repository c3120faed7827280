import type { Verdict } from '@jiju/orders/core/work/vocabulary'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'

const LOOKS = { pass: { look: 'ok', icon: 'checkCircle' }, fail: { look: 'bad', icon: 'warning' } } as const

/** A value with its unit and what was judged of it, in words as well as colour. */
export function ResultValue({ value, unit, verdict }: { value: string; unit: string; verdict: Verdict }) {
  const { t } = useTranslation('order-work')
  const text = [value, unit].filter(Boolean).join(' ')
  if (verdict === 'not_judged') return <span>{text}</span>
  const { look, icon } = LOOKS[verdict]
  return (
    <span className={`row g4 ${look}`} style={{ display: 'inline-flex' }}>
      <Icon name={icon} size={14} /> {t('result.judged', { value: text, verdict: t(`verdict.${verdict}`) })}
    </span>
  )
}

/** `≤ 0.5`, `0.1—0.5`, `≥ 3`, or the words. */
export function limitText(result: { limitLow: string | null; limitHigh: string | null; limitWords: string }): string {
  const { limitLow: low, limitHigh: high, limitWords } = result
  const numbers = low !== null && high !== null ? `${low}—${high}` : high !== null ? `≤ ${high}` : low !== null ? `≥ ${low}` : ''
  return [numbers, limitWords].filter(Boolean).join(' ')
}
