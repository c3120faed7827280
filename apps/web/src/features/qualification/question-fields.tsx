import type { KnowledgeTestEntry } from '@jiju/booking/contract/tests'
import { useTranslation } from 'react-i18next'
import type { FieldErrors } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Check, TextField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'

type Question = KnowledgeTestEntry['questions'][number]
const MOST_OPTIONS = 10

/** One question with its options; the right ones are ticked. */
export function QuestionFields({
  index,
  question,
  errors,
  idOf,
  onChange,
  onRemove,
}: {
  index: number
  question: Question
  errors: FieldErrors
  idOf: (name: string) => string
  onChange: (question: Question) => void
  onRemove: (() => void) | undefined
}) {
  const { t } = useTranslation('qualification')
  const { text, options, correct, isMultiple } = question
  const pick = (position: number, isPicked: boolean) => {
    if (!isMultiple) return onChange({ ...question, correct: [position] })
    onChange({ ...question, correct: isPicked ? [...correct, position].sort() : correct.filter((other) => other !== position) })
  }
  const removeOption = (position: number) =>
    onChange({
      ...question,
      options: options.filter((_, other) => other !== position),
      correct: correct.filter((other) => other !== position).map((other) => (other > position ? other - 1 : other)),
    })
  const name = `questions.${index}`
  return (
    <Panel
      title={t('test.question', { number: index + 1 })}
      extra={
        onRemove && (
          <Button size="sm" kind="text" onClick={onRemove}>
            {t('test.remove')}
          </Button>
        )
      }
    >
      <div className="stack" id={idOf(name)} tabIndex={-1}>
        <TextField
          id={idOf(`${name}.text`)}
          label={t('test.text')}
          maxLength={500}
          value={text}
          error={errors[`${name}.text`]}
          onChange={({ target }) => onChange({ ...question, text: target.value })}
        />
        <Check
          isChecked={isMultiple}
          onChange={(many) => onChange({ ...question, isMultiple: many, correct: many ? correct : correct.slice(0, 1) })}
        >
          {t('test.multiple')}
        </Check>
        <div className="col g8">
          {options.map((option, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: options have no name but their place.
            <div key={position} className="row g8">
              <input
                type={isMultiple ? 'checkbox' : 'radio'}
                name={idOf(`${name}.correct`)}
                checked={correct.includes(position)}
                aria-label={t('test.isRight', { number: position + 1 })}
                onChange={({ target }) => pick(position, target.checked)}
              />
              <div className="f1">
                <TextField
                  id={idOf(`${name}.options.${position}`)}
                  label={t('test.option', { number: position + 1 })}
                  isLabelHidden
                  placeholder={t('test.option', { number: position + 1 })}
                  maxLength={300}
                  value={option}
                  error={errors[`${name}.options.${position}`]}
                  onChange={({ target }) => onChange({ ...question, options: options.with(position, target.value) })}
                />
              </div>
              {options.length > 2 && (
                <button
                  type="button"
                  className="icon-btn"
                  aria-label={t('test.removeOption', { number: position + 1 })}
                  onClick={() => removeOption(position)}
                >
                  <Icon name="close" />
                </button>
              )}
            </div>
          ))}
        </div>
        {errors[`${name}.correct`] && <div className="field-error">{errors[`${name}.correct`]}</div>}
        {options.length < MOST_OPTIONS && (
          <div>
            <Button size="sm" onClick={() => onChange({ ...question, options: [...options, ''] })}>
              {t('test.addOption')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  )
}
