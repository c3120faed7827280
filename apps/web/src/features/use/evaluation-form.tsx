import type { OwnEvaluation } from '@jiju/booking/contract/evaluations'
import { EVALUATION_CRITERIA, type EvaluationCriterion } from '@jiju/booking/core/use/vocabulary'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { giveEvaluation } from './calls.ts'
import styles from './use.module.css'

const MARKS = [1, 2, 3, 4, 5] as const

/** Once after the use: three marks and, if one likes, words. */
export function EvaluationForm({ id, onDone }: { id: string; onDone: () => unknown }) {
  const { t } = useTranslation('use')
  const name = useId()
  const [marks, setMarks] = useState<Partial<Record<EvaluationCriterion, number>>>({})
  const [words, setWords] = useState('')
  const command = useCommand({
    run: giveEvaluation,
    onDone: async () => {
      toast(t('evaluation.thanks'))
      await onDone()
    },
  })
  const { condition, service, process } = marks
  const isWhole = condition !== undefined && service !== undefined && process !== undefined
  return (
    <Panel title={t('evaluation.title')} note={t('evaluation.note')}>
      <div className="stack">
        <ProblemSummary error={command.error} />
        {EVALUATION_CRITERIA.map((criterion) => (
          <fieldset key={criterion}>
            <legend className="field-label">{t(`evaluation.${criterion}`)}</legend>
            <div className={styles.stars}>
              {MARKS.map((mark) => (
                <label key={mark}>
                  <input
                    className="sr-only"
                    type="radio"
                    name={`${name} ${criterion}`}
                    checked={marks[criterion] === mark}
                    onChange={() => setMarks({ ...marks, [criterion]: mark })}
                  />
                  {mark}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <TextArea
          label={t('evaluation.words')}
          rows={2}
          maxLength={1000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <div>
          <Button
            disabled={!isWhole}
            isBusy={command.isPending}
            onClick={() => {
              if (isWhole) command.mutate({ id, body: { condition, service, process, ...(words.trim() ? { words: words.trim() } : {}) } })
            }}
          >
            {t('evaluation.give')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

export function GivenEvaluation({ evaluation }: { evaluation: OwnEvaluation }) {
  const { t } = useTranslation('use')
  return (
    <Panel title={t('evaluation.given')}>
      <dl className="kv">
        {EVALUATION_CRITERIA.map((criterion) => (
          <div key={criterion} style={{ display: 'contents' }}>
            <dt>{t(`evaluation.${criterion}`)}</dt>
            <dd>{evaluation[criterion]} / 5</dd>
          </div>
        ))}
        {evaluation.words && (
          <>
            <dt>{t('evaluation.said')}</dt>
            <dd className="pre">{evaluation.words}</dd>
          </>
        )}
      </dl>
      {evaluation.reply && <p className="notice pre">{t('evaluation.reply', { words: evaluation.reply.words })}</p>}
    </Panel>
  )
}
