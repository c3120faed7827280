import type { Answers } from '@jiju/orders/core/forms/field'
import { useQuery } from '@tanstack/react-query'
import { fieldsOf, formVersionOptions } from '../../lib/service-forms.ts'
import { QueryView } from '../query-view.tsx'
import { AnswerList } from './answer-list.tsx'

/** The answers of one item beside the questions to which they were given. */
export function ItemAnswers({ serviceId, version, answers }: { serviceId: string; version: number; answers: Answers }) {
  const query = useQuery(formVersionOptions(serviceId, version))
  return <QueryView query={query}>{(form) => <AnswerList fields={fieldsOf(form)} answers={answers} />}</QueryView>
}
