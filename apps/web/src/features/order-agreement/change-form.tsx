import type { Agreement } from '@jiju/orders/contract/agreements'
import type { Order } from '@jiju/orders/contract/orders'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Check, TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { proposeChange } from './calls.ts'
import { FigureFields } from './figure-fields.tsx'

type Terms = Agreement['terms'][number]

/** The clause that shall change; null for a new one. */
export type ChangeTarget = { readonly topic: Terms['topic']; readonly clause: Terms['clauses'][number] | null }

/** Another wording of one clause, its removal, or a new clause, with the reason that the other side reads. */
export function ChangeForm({
  order,
  target,
  onClose,
  onDone,
}: {
  order: Order
  target: ChangeTarget
  onClose: () => void
  onDone: (next: Agreement) => void
}) {
  const { t } = useTranslation('order-agreement')
  const { topic, clause } = target
  const [heading, setHeading] = useState(clause?.heading ?? '')
  const [text, setText] = useState(clause?.text ?? '')
  const [figure, setFigure] = useState(clause?.figure ?? null)
  const [words, setWords] = useState('')
  const [isStruck, setStruck] = useState(false)
  const propose = useCommand({
    run: proposeChange,
    onDone: (next) => {
      toast(t('change.proposed'))
      onClose()
      onDone(next)
    },
  })
  const send = () => {
    const said = { topic, words: words.trim() }
    const written = { heading: heading.trim(), text: text.trim(), ...(figure && { figure }) }
    const body = !clause
      ? ({ ...said, ...written, kind: 'add' } as const)
      : isStruck
        ? ({ ...said, kind: 'strike', clauseKey: clause.key, heading: '', text: '' } as const)
        : ({ ...said, ...written, kind: 'replace', clauseKey: clause.key } as const)
    propose.mutate({ id: order.id, body })
  }
  return (
    <div className="change-card">
      <ProblemSummary error={propose.error} />
      {clause && (
        <Check isChecked={isStruck} onChange={setStruck}>
          {t('change.strike')}
        </Check>
      )}
      {!isStruck && (
        <>
          <TextField label={t('change.heading')} maxLength={200} value={heading} onChange={(event) => setHeading(event.target.value)} />
          <TextArea label={t('change.text')} rows={5} maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
          {topic === 'retention' && <FigureFields figure={figure} onChange={setFigure} />}
        </>
      )}
      <TextArea label={t('change.words')} rows={2} maxLength={1000} value={words} onChange={(event) => setWords(event.target.value)} />
      <div className="row g8 wrap">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button kind="primary" isBusy={propose.isPending} disabled={!isStruck && (!heading.trim() || !text.trim())} onClick={send}>
          {t('change.send')}
        </Button>
      </div>
    </div>
  )
}
