import type { OrderEvaluation } from '@jiju/orders/contract/evaluations'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'

/** Points, words, reply and what became of an appeal. */
export function EvaluationView({ evaluation }: { evaluation: OrderEvaluation }) {
  const { t } = useTranslation('orderDisputes')
  const format = useFormat()
  return (
    <div>
      <div className="row g12 wrap base">
        <strong>{t('evaluation.summary', evaluation)}</strong>
        <span className="s t3">{format.stamp(evaluation.givenAt)}</span>
      </div>
      {evaluation.words && <p className="pre">{evaluation.words}</p>}
      {evaluation.reply && <p className="m t2 pre">{t('evaluation.replyIs', { words: evaluation.reply })}</p>}
      {evaluation.appeal && <p className="m t2 pre">{t('evaluation.appealIs', { words: evaluation.appeal })}</p>}
      {evaluation.decision && (
        <p className="m t2 pre">
          {t(`evaluation.decision.${evaluation.decision}`)} {evaluation.decisionWords}
        </p>
      )}
    </div>
  )
}
