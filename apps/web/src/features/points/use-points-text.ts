import type { Model, Words } from '@jiju/scoring/core/engine/model'
import { stepsText } from '@jiju/scoring/core/engine/rounding'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useQuantity, useUnits, YES_OR_NO } from '../../lib/use-quantity.ts'
import type { Points } from './calls.ts'

/** Names and figures of a model in the reader's language. */
export function usePointsText(model: Pick<Model, 'decimals' | 'indicators' | 'facts' | 'deductions' | 'gates'>) {
  const { t, i18n } = useTranslation('points')
  const format = useFormat()
  const unit = useUnits()
  const said = useQuantity()
  return useMemo(() => {
    const say = (words: Words | null | undefined) => (words ? (i18n.language.startsWith('en') ? words.en : words.zh) : '—')
    /** Steps as a score: 784 with one decimal is 78.4. */
    const score = (steps: number | null) => (steps === null ? '—' : stepsText(steps, model.decimals).replace('-', '−'))
    const signed = (steps: number | null) => (steps !== null && steps > 0 ? `+${score(steps)}` : score(steps))
    /** A value with as many digits as it needs. */
    const value = (of: number | null) => (of === null ? '—' : format.number(of, Number.isInteger(of) ? 0 : Math.abs(of) >= 100 ? 1 : 2))
    /** A value with its unit. */
    const quantity = (of: number | null, code: string) => (code === YES_OR_NO ? said(of, code) : `${value(of)} ${unit(code)}`)
    const indicator = (code: string | null) => say(model.indicators.find((one) => one.code === code)?.name)
    const fact = (ref: string) => {
      const [code, offset] = ref.split('@')
      const name = say(model.facts.find((one) => one.code === code)?.name)
      return offset ? t('fact.before', { name }) : name
    }
    const line = (kind: string, code: string | null): string => {
      if (kind === 'indicator') return indicator(code)
      if (kind === 'bonus') return t('line.bonus', { name: indicator(code) })
      if (kind === 'deduction') return say(model.deductions.items.find((one) => one.code === code)?.name)
      if (kind === 'gate') return say(model.gates.find((one) => one.code === code)?.name)
      return t(`line.${kind as 'bonus_cap' | 'deduction_cap' | 'floor'}`)
    }
    /** Why there is no value; without a stage there are no peers to compare with. */
    const absence = (why: Points['indicators'][number]['why'], { stageName }: Pick<Points['run'], 'stageName'>) =>
      t(`absence.${why?.kind === 'no_cohort' && stageName === null ? 'no_stage' : (why?.kind ?? 'missing_facts')}`)
    return { say, score, signed, value, indicator, fact, line, absence, unit, quantity }
  }, [model, format, unit, said, t, i18n.language])
}

export type PointsText = ReturnType<typeof usePointsText>
