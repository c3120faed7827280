import { exampleAnswers } from '@jiju/orders/core/forms/example-answers'
import type { Answers, FormField } from '@jiju/orders/core/forms/field'
import { validateAnswers } from '@jiju/orders/core/forms/validate-answers'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../../lib/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { FormFields } from '../../../ui/service-form/form-fields.tsx'

/** The form as clients will see it, to be tried; nothing is kept. */
export function Preview({ fields }: { fields: readonly FormField[] }) {
  const { t } = useTranslation('order-form-editor')
  const [answers, setAnswers] = useState<Answers>({})
  const [isChecked, setChecked] = useState(false)
  // A new set of answers makes new inputs: numbers keep what is typed.
  const [round, setRound] = useState(0)
  const fill = (next: Answers) => {
    setAnswers(next)
    setRound(round + 1)
  }
  const problems = validateAnswers(fields, answers, '')
  return (
    <Panel
      title={t('preview')}
      note={isChecked ? t(problems.length === 0 ? 'accepted' : 'refused', { count: problems.length }) : undefined}
      extra={
        <>
          <Button size="sm" onClick={() => fill(exampleAnswers(fields, dayNow()))}>
            {t('fill')}
          </Button>
          <Button size="sm" onClick={() => setChecked(true)}>
            {t('check')}
          </Button>
        </>
      }
    >
      <FormFields
        key={round}
        fields={fields}
        answers={answers}
        problems={isChecked ? problems : []}
        idPrefix="preview-"
        onChange={setAnswers}
      />
    </Panel>
  )
}
