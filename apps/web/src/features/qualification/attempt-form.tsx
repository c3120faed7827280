import type { TestAttempt } from '@jiju/booking/contract/tests'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { submitAttempt } from './calls.ts'
import './qualification.css'

type Chosen = Readonly<Record<number, readonly number[]>>

/** The questions of an attempt; made for a thumb. */
export function AttemptForm({ attempt, onDone }: { attempt: TestAttempt; onDone: (attempt: TestAttempt) => void }) {
  const { t } = useTranslation('qualification')
  const [chosen, setChosen] = useState<Chosen>({})
  const command = useCommand({ run: submitAttempt, onDone })
  const answered = Object.values(chosen).filter((positions) => positions.length > 0).length
  const pick = (question: TestAttempt['questions'][number], position: number, isPicked: boolean) => {
    const before = chosen[question.position] ?? []
    const next = question.isMultiple ? (isPicked ? [...before, position] : before.filter((other) => other !== position)) : [position]
    setChosen({ ...chosen, [question.position]: next })
  }
  const send = () => {
    const answers = Object.entries(chosen).map(([position, positions]) => ({ position: Number(position), chosen: [...positions] }))
    command.mutate({ id: attempt.id, body: { answers } })
  }
  return (
    <div className="stack">
      {attempt.questions.map((question, index) => (
        <Panel key={question.position}>
          <fieldset className="question">
            <legend>
              {index + 1}. {question.text} {question.isMultiple && <span className="s t3">{t('test.several')}</span>}
            </legend>
            {question.options.map((option) => (
              <label key={option.position} className="check">
                <input
                  type={question.isMultiple ? 'checkbox' : 'radio'}
                  name={`question-${question.position}`}
                  checked={chosen[question.position]?.includes(option.position) ?? false}
                  onChange={({ target }) => pick(question, option.position, target.checked)}
                />
                <span className="f1">{option.text}</span>
              </label>
            ))}
          </fieldset>
        </Panel>
      ))}
      <ProblemSummary error={command.error} />
      <div className="row sb g8 wrap">
        <span className="m t2" aria-live="polite">
          {t('test.answered', { count: answered, of: attempt.questions.length })}
        </span>
        <Button kind="primary" size="lg" isBusy={command.isPending} disabled={answered < attempt.questions.length} onClick={send}>
          {t('test.submit')}
        </Button>
      </div>
    </div>
  )
}
