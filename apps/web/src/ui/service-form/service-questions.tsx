import type { Answers } from '@jiju/orders/core/forms/field'
import { validateAnswers } from '@jiju/orders/core/forms/validate-answers'
import { useQuery } from '@tanstack/react-query'
import { fieldsOf, serviceFormOptions } from '../../lib/service-forms.ts'
import { QueryView } from '../query-view.tsx'
import { FormFields } from './form-fields.tsx'

/** The form of one service inside another form; `showProblems` once it was sent. */
export function ServiceQuestions({
  serviceId,
  answers,
  idPrefix,
  showProblems,
  onChange,
}: {
  serviceId: string
  answers: Answers
  idPrefix: string
  showProblems: boolean
  onChange: (answers: Answers) => void
}) {
  const query = useQuery(serviceFormOptions(serviceId))
  return (
    <QueryView query={query}>
      {(form) => (
        <FormFields
          fields={fieldsOf(form)}
          answers={answers}
          problems={showProblems ? validateAnswers(fieldsOf(form), answers, '') : []}
          idPrefix={idPrefix}
          onChange={onChange}
        />
      )}
    </QueryView>
  )
}
