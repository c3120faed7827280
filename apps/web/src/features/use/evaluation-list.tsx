import type { Evaluation } from '@jiju/booking/contract/evaluations'
import { EVALUATION_CRITERIA } from '@jiju/booking/core/use/vocabulary'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { LoadMore } from '../../ui/data-table.tsx'
import { Segmented } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { EVALUATION_CHOICES, type EvaluationChoice, listEvaluations, replyToEvaluation } from './charge-calls.ts'

/** What users said of the own instruments, with the answer that each can be given once. */
export function EvaluationList({ only, onPick }: { only: EvaluationChoice; onPick: (only: EvaluationChoice) => void }) {
  const { t } = useTranslation('use')
  const { query, items, more } = usePages<Evaluation>({
    queryKey: ['uses', 'evaluations', only],
    load: (cursor, signal) => listEvaluations(only, cursor, signal),
  })
  return (
    <div className="stack">
      <div>
        <Segmented
          label={t('evaluations.show')}
          value={only}
          onPick={onPick}
          options={EVALUATION_CHOICES.map((value) => ({ value, label: t(`evaluations.${value}`) }))}
        />
      </div>
      <QueryView query={query}>
        {() =>
          items.length === 0 ? (
            <div className="panel">
              <Empty title={t('evaluations.none')} />
            </div>
          ) : (
            <ul className="stack" aria-label={t('evaluations.title')}>
              {items.map((row) => (
                <Card key={row.reservationId} row={row} />
              ))}
            </ul>
          )
        }
      </QueryView>
      <LoadMore {...more} />
    </div>
  )
}

function Card({ row }: { row: Evaluation }) {
  const { t } = useTranslation('use')
  const format = useFormat()
  return (
    <li className="panel panel-body stack" style={{ gap: 8 }}>
      <div className="row sb wrap g8">
        <h2 className="h3">
          <Link to="/p/bookings/$id" params={{ id: row.reservationId }}>
            {resourceNameOf(row)}
          </Link>
        </h2>
        <span className="s t3">
          {row.organisationName} · {row.number} · {format.instant(row.at)}
        </span>
      </div>
      <p className="m t2">{EVALUATION_CRITERIA.map((criterion) => `${t(`evaluation.${criterion}`)} ${row[criterion]}`).join(' · ')}</p>
      {row.words && <p className="pre-line">“{row.words}”</p>}
      {row.reply ? (
        <p className="notice pre-line">{t('evaluations.replied', { words: row.reply.words, at: format.instant(row.reply.at) })}</p>
      ) : (
        <Reply id={row.reservationId} />
      )}
    </li>
  )
}

function Reply({ id }: { id: string }) {
  const { t } = useTranslation('use')
  const client = useQueryClient()
  const mayReply = useAccess('booking.evaluation.reply')
  const [words, setWords] = useState<string | null>(null)
  const command = useCommand({
    run: replyToEvaluation,
    onDone: async () => {
      toast(t('evaluations.done'))
      await client.invalidateQueries({ queryKey: ['uses', 'evaluations'] })
    },
  })
  if (!mayReply) return null
  if (words === null)
    return (
      <div>
        <Button size="sm" onClick={() => setWords('')}>
          {t('evaluations.reply')}
        </Button>
      </div>
    )
  return (
    <div className="stack" style={{ gap: 8 }}>
      <ProblemSummary error={command.error} />
      <TextArea
        label={t('evaluations.words')}
        hint={t('evaluations.once')}
        rows={3}
        maxLength={1000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <div className="row g8">
        <Button
          kind="primary"
          isBusy={command.isPending}
          disabled={!words.trim()}
          onClick={() => command.mutate({ id, words: words.trim() })}
        >
          {t('evaluations.send')}
        </Button>
        <Button onClick={() => setWords(null)}>{t('back')}</Button>
      </div>
    </div>
  )
}
