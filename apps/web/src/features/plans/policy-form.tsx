import { CUSTOMER_CLASSES, type CustomerClass } from '@jiju/booking/core/vocabulary'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { toast } from '../../ui/toast.tsx'
import { editPolicy, policyOptions, type WaitingPolicy } from './calls.ts'

const MINUTES = [15, 30, 60, 120, 240, 480, 1440] as const
const MAX_RANKED = 3

/** Who is asked first, and for how long a slot is kept. */
export function PolicyForm() {
  const query = useQuery(policyOptions)
  return <QueryView query={query}>{({ data }) => <Fields key={data.version} policy={data} />}</QueryView>
}

function Fields({ policy }: { policy: WaitingPolicy & { version: number } }) {
  const { t } = useTranslation(['plans', 'common'])
  const client = useQueryClient()
  const [answerMinutes, setAnswerMinutes] = useState(policy.answerMinutes)
  const [order, setOrder] = useState<readonly CustomerClass[]>(policy.classOrder)
  const command = useCommand({
    run: editPolicy,
    onDone: async () => {
      toast(t('policy.saved'))
      await client.invalidateQueries({ queryKey: ['plans'] })
    },
  })
  const pick = (index: number, value: CustomerClass | '') =>
    setOrder(
      value
        ? [...order.slice(0, index).filter((other) => other !== value), value, ...order.slice(index + 1).filter((other) => other !== value)]
        : order.slice(0, index),
    )
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        command.mutate({ version: policy.version, body: { answerMinutes, classOrder: [...order] } })
      }}
    >
      <ProblemSummary error={command.error} />
      <SelectField
        label={t('policy.answer')}
        hint={t('policy.answerHint')}
        value={String(answerMinutes)}
        onPick={(value) => setAnswerMinutes(Number(value))}
        options={[...new Set([...MINUTES, policy.answerMinutes])]
          .sort((a, b) => a - b)
          .map((minutes) => ({
            value: String(minutes),
            label: minutes < 60 ? t('policy.minutes', { count: minutes }) : t('policy.hours', { count: minutes / 60 }),
          }))}
      />
      {Array.from({ length: Math.min(MAX_RANKED, order.length + 1) }, (_, index) => (
        <SelectField
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the order is what it is.
          key={`place-${index + 1}`}
          label={t('policy.place', { place: index + 1 })}
          hint={index === 0 ? t('policy.placeHint') : undefined}
          value={order[index] ?? ''}
          onPick={(value) => pick(index, value)}
          options={[
            { value: '' as const, label: t('policy.nobody') },
            ...CUSTOMER_CLASSES.map((value) => ({ value, label: t(`common:customerClass.${value}`) })),
          ]}
        />
      ))}
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('policy.save')}
        </Button>
      </div>
    </form>
  )
}
