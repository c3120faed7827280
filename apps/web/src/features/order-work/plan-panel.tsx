import { addMinutes } from '@jiju/kernel/time-range'
import type { PlanTask } from '@jiju/orders/contract/work'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverClock } from '../../lib/clock.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { fromWallClock, toWallClock } from '../../lib/wall-clock.ts'
import { Button } from '../../ui/button.tsx'
import { Check, SelectField } from '../../ui/field.tsx'
import { DateTimeField } from '../../ui/late/moment-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { planPreviewOptions, planTask, type Task, unplanTask, workMeansOptions } from './calls.ts'

const ZONE = 'Asia/Shanghai'
const MINUTES = [30, 60, 120, 240, 480, 1440, 2880] as const

/** When, by whom and on what: the plan that holds, those before, and a new one. */
export function PlanPanel({ task, onChanged }: { task: Task; onChanged: (next: Task) => void }) {
  const { t } = useTranslation('order-work')
  const format = useFormat()
  const mayPlan = useAccess('orders.task.work') && (task.state === 'planned' || task.state === 'running')
  const live = task.plans.find(({ state }) => state === 'live')
  const [isPlanning, setPlanning] = useState(false)
  const unplan = useCommand({
    run: unplanTask,
    onDone: (next) => {
      toast(t('plan.released'))
      onChanged(next)
    },
  })
  return (
    <Panel
      title={t('plan.title')}
      extra={
        mayPlan &&
        !isPlanning && (
          <>
            {live && (
              <Button size="sm" isBusy={unplan.isPending} onClick={() => unplan.mutate({ task })}>
                {t('plan.release')}
              </Button>
            )}
            <Button size="sm" kind={live ? 'default' : 'primary'} onClick={() => setPlanning(true)}>
              {t(live ? 'plan.replan' : 'plan.plan')}
            </Button>
          </>
        )
      }
    >
      <div className="stack">
        <ProblemSummary error={unplan.error} />
        {task.isPlanLost && <p className="notice notice-warn">{t('plan.lost')}</p>}
        {live ? (
          <dl className="kv">
            <dt>{t('plan.when')}</dt>
            <dd className="b">{format.range(live.start, live.end)}</dd>
            <dt>{t('plan.who')}</dt>
            <dd>
              {live.personName ?? '—'} {live.personName && !live.takesPerson && <span className="s t3">{t('plan.notWholeTime')}</span>}
            </dd>
            <dt>{t('plan.on')}</dt>
            <dd>
              {live.resources.length === 0
                ? '—'
                : live.resources.map((resource) => (
                    <div key={resource.resourceId}>
                      {resource.name} <span className="s t3">{resource.reservationNumber}</span>
                    </div>
                  ))}
            </dd>
          </dl>
        ) : (
          !isPlanning && <p className="t3">{t('plan.none')}</p>
        )}
        {isPlanning && (
          <PlanForm
            task={task}
            onCancel={() => setPlanning(false)}
            onDone={(next) => {
              setPlanning(false)
              onChanged(next)
            }}
          />
        )}
        {task.plans.length > (live ? 1 : 0) && (
          <details>
            <summary className="s">{t('plan.earlier')}</summary>
            <ul className="plain s t2">
              {task.plans
                .filter(({ state }) => state !== 'live')
                .map((plan) => (
                  <li key={plan.id}>
                    {format.range(plan.start, plan.end)} · {format.list(plan.resources.map(({ name }) => name)) || plan.personName} ·{' '}
                    {t(`plan.state.${plan.state}`)}
                  </li>
                ))}
            </ul>
          </details>
        )}
      </div>
    </Panel>
  )
}

/** Tomorrow at nine on the provider's wall clock. */
function tomorrow(): string {
  return `${toWallClock(addMinutes(serverClock.now(), 1440), ZONE).slice(0, 10)}T09:00`
}

function PlanForm({ task, onCancel, onDone }: { task: Task; onCancel: () => void; onDone: (next: Task) => void }) {
  const { t } = useTranslation('order-work')
  const format = useFormat()
  const before = task.plans[0]
  const means = useQuery(workMeansOptions).data
  const [start, setStart] = useState(before ? toWallClock(before.start, ZONE) : tomorrow())
  const [minutes, setMinutes] = useState(before ? Math.round((Date.parse(before.end) - Date.parse(before.start)) / 60_000) : 120)
  const [resourceIds, setResourceIds] = useState<string[]>(before?.resources.map(({ resourceId }) => resourceId) ?? [])
  const [personId, setPersonId] = useState(task.assigneeId ?? '')
  const [takesPerson, setTakesPerson] = useState(before?.takesPerson ?? true)
  const from = fromWallClock(start, ZONE)
  const wish: PlanTask | null =
    from && (resourceIds.length > 0 || personId)
      ? { start: from, end: addMinutes(new Date(from), minutes).toISOString(), resourceIds, personId: personId || null, takesPerson }
      : null
  const preview = useQuery({ ...planPreviewOptions(task.id, wish), placeholderData: (earlier) => earlier })
  const command = useCommand({
    run: planTask,
    onDone: (next) => {
      toast(t('plan.saved'))
      onDone(next)
    },
  })
  const nameOf = (id: string) => {
    const found = means?.resources.find((one) => one.id === id)
    return (currentLanguage() === 'en' && found?.nameEn) || found?.name || ''
  }
  const lengths = [...new Set([...MINUTES, minutes])].sort((a, b) => a - b)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (wish) command.mutate({ task, body: wish })
      }}
    >
      <ProblemSummary error={command.error} />
      <div className="form-pair">
        <DateTimeField label={t('plan.start')} value={start} stepMinutes={30} onChange={({ target }) => setStart(target.value)} />
        <SelectField
          label={t('plan.length')}
          value={String(minutes)}
          options={lengths.map((value) => ({ value: String(value), label: format.hours(value) }))}
          onPick={(value) => setMinutes(Number(value))}
        />
      </div>
      <SelectField
        label={t('plan.person')}
        value={personId}
        options={[{ value: '', label: t('plan.nobody') }, ...(means?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        onPick={setPersonId}
      />
      {personId && (
        <Check isChecked={takesPerson} onChange={setTakesPerson}>
          {t('plan.takesPerson')}
        </Check>
      )}
      <SelectField
        label={t('plan.addResource')}
        hint={t('plan.allOrNone')}
        value=""
        options={[
          { value: '', label: t('plan.choose') },
          ...(means?.resources ?? [])
            .filter(({ id }) => !resourceIds.includes(id))
            .map(({ id, kind }) => ({ value: id, label: `${nameOf(id)} · ${t(`resourceKind.${kind as 'instrument'}`)}` })),
        ]}
        onPick={(id) => id && setResourceIds((ids) => [...ids, id].slice(0, 6))}
      />
      {resourceIds.length > 0 && (
        <div className="row g8 wrap">
          {resourceIds.map((id) => (
            <Tag
              key={id}
              removeLabel={t('plan.remove', { name: nameOf(id) })}
              onRemove={() => setResourceIds((ids) => ids.filter((one) => one !== id))}
            >
              {nameOf(id)}
            </Tag>
          ))}
        </div>
      )}
      <div aria-live="polite" className={preview.isPlaceholderData ? 'stack stale' : 'stack'}>
        {preview.data?.isPossible && !preview.isPlaceholderData && <p className="ok">{t('plan.possible')}</p>}
        {preview.data && preview.data.clashes.length > 0 && (
          <div className="notice notice-warn">
            <div className="f1">
              <div className="b">{t('plan.clashes')}</div>
              <ul>
                {preview.data.clashes.map((clash) => (
                  <li key={`${clash.what} ${clash.start}`}>
                    {format.said(clash.name, clash.what)} {format.range(clash.start, clash.end)}
                  </li>
                ))}
              </ul>
            </div>
          </div>
        )}
        {preview.data && preview.data.problems.length > 0 && (
          <ul className="s bad plain">
            {preview.data.problems.map((problem) => (
              <li key={`${problem.resourceId} ${problem.code}`}>
                {problem.resourceId && `${nameOf(problem.resourceId)}：`}
                {problem.message}
              </li>
            ))}
          </ul>
        )}
        {preview.data && !preview.data.isPossible && preview.data.free.length > 0 && (
          <div>
            <div className="field-label">{t('plan.free')}</div>
            <div className="row g8 wrap">
              {preview.data.free.map((slot) => (
                <Button key={slot.start} size="sm" onClick={() => setStart(toWallClock(slot.start, ZONE))}>
                  {format.range(slot.start, slot.end)}
                </Button>
              ))}
            </div>
          </div>
        )}
      </div>
      <div className="row g8">
        <Button kind="primary" type="submit" isBusy={command.isPending} disabled={!wish}>
          {t('plan.save')}
        </Button>
        <Button onClick={onCancel}>{t('plan.cancel')}</Button>
      </div>
    </form>
  )
}
