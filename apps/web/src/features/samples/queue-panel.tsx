import type { SampleQueueList, SampleSubmission } from '@jiju/booking/contract/samples'
import type { SampleAct } from '@jiju/booking/core/samples/sample-states'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { changeSamples, orderQueue } from './calls.ts'
import { CancelSamples } from './cancel-samples.tsx'
import { movedTo } from './queue-order.ts'
import { SampleStateTag } from './sample-state.tsx'
import styles from './samples.module.css'

const NEXT_ACT: Partial<Record<SampleSubmission['state'], SampleAct>> = { queued: 'receive', received: 'start', running: 'finish' }

/** One queue in its order: the next step of each, and dragging or a place number to sort what waits. */
export function QueuePanel({ item }: { item: SampleQueueList['items'][number] }) {
  const { t } = useTranslation('samples')
  const format = useFormat()
  const client = useQueryClient()
  const mayHandle = useAccess('booking.sample.handle')
  const { queue, submissions } = item
  const [dragged, setDragged] = useState<string | null>(null)
  const waiting = submissions.filter((row) => row.state !== 'running').map(({ id }) => id)
  const renew = () => Promise.all(['samples', 'inbox'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  const order = useCommand({
    run: orderQueue,
    onDone: async () => {
      toast(t('queue.saved'))
      await renew()
    },
  })
  const step = useCommand({
    run: changeSamples,
    onDone: async (_changed, { act }) => {
      toast(t(`acted.${act}`))
      await renew()
    },
  })
  const place = (id: string, index: number) => {
    const next = movedTo(waiting, id, index)
    if (next.join() !== waiting.join()) order.mutate({ resourceId: queue.resourceId, order: next })
  }
  const canSort = mayHandle && waiting.length > 1
  const name = resourceNameOf(item)
  return (
    <Panel
      isFlush
      title={name}
      note={[
        t('queue.summary', { capacity: queue.dailyCapacity, count: queue.waitingSamples }),
        queue.isAccepting ? queue.nextPromisedDay && t('queue.next', { day: format.day(queue.nextPromisedDay) }) : t('queue.closed'),
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      <ProblemSummary error={order.error ?? step.error} />
      {submissions.length === 0 ? (
        <p className="panel-body t2">{t('queue.empty')}</p>
      ) : (
        <>
          <ol className={`line-list ${styles.list}`} aria-label={name}>
            {submissions.map((row) => {
              const index = waiting.indexOf(row.id)
              const act = NEXT_ACT[row.state]
              return (
                <li
                  key={row.id}
                  className={styles.row}
                  data-dragged={dragged === row.id}
                  draggable={canSort && index >= 0}
                  onDragStart={() => setDragged(row.id)}
                  onDragEnd={() => setDragged(null)}
                  onDragOver={(event) => dragged && index >= 0 && event.preventDefault()}
                  onDrop={(event) => {
                    event.preventDefault()
                    if (dragged && index >= 0) place(dragged, index)
                    setDragged(null)
                  }}
                >
                  <div className={styles.place}>
                    {canSort && index >= 0 && (
                      <SelectField
                        isLabelHidden
                        label={t('queue.position', { number: row.number })}
                        value={String(index)}
                        options={waiting.map((_, at) => ({ value: String(at), label: String(at + 1) }))}
                        onPick={(value) => place(row.id, Number(value))}
                      />
                    )}
                  </div>
                  <span>
                    <span className="b">{row.organisationName}</span>
                    <span className="s t2" style={{ display: 'block' }}>
                      {t('count', { count: row.samples })} · {row.sampleKind}
                    </span>
                    <span className="s t3" style={{ display: 'block' }}>
                      {row.number}
                      {row.note && ` · ${row.note}`}
                    </span>
                  </span>
                  <span className={styles.promise}>
                    <span className={row.isLate ? 'b bad' : 'b'}>{format.day(row.promisedDay, row.zone)}</span>
                    <SampleStateTag submission={row} />
                  </span>
                  {mayHandle && act && (
                    <span className={styles.acts}>
                      <Button
                        size="sm"
                        isBusy={step.isPending}
                        aria-label={`${t(`act.${act}`)} ${row.number}`}
                        onClick={() => step.mutate({ target: row, act })}
                      >
                        {t(`act.${act}`)}
                      </Button>
                      <CancelSamples submission={row} needsReason onDone={() => void renew()} />
                    </span>
                  )}
                </li>
              )
            })}
          </ol>
          {canSort && <p className={`s t3 ${styles.hint}`}>{t('queue.dragHint')}</p>}
        </>
      )}
    </Panel>
  )
}
