import type { Problem } from '@jiju/kernel/problem'
import type { TFunction } from 'i18next'
import type { Language } from '../../lib/i18n.ts'

const REASONS = ['missing', 'not_asked', 'kind', 'range', 'whole', 'option', 'length', 'day', 'rows'] as const

/** What is wrong with an answer, in the reader's language. */
export function wordProblem(t: TFunction<'order-forms'>, { code, params = {} }: Problem, language: Language): string {
  const reason = REASONS.find((one) => code === `orders.form_${one}`) ?? 'kind'
  const text = (name: string) => String(params[`${name}${language === 'en' ? 'En' : 'Zh'}`] ?? '')
  return t(`problem.${reason}`, { ...params, label: text('label'), unit: text('unit') })
}
