import type { EarliestAnswer } from '@jiju/orders/contract/earliest'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { earliestOptions, type Need } from '../../features/earliest/calls.ts'
import styles from '../../features/earliest/earliest.module.css'
import { LineCard } from '../../features/earliest/line-card.tsx'
import { NeedForm } from '../../features/earliest/need-form.tsx'
import { Legend } from '../../features/earliest/time-bar.tsx'
import { useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'

/** Who has the result of a need first: providers in the order of the day, each with its reasons; the chosen ones are asked together. */
export function EarliestPage() {
  const { t } = useTranslation('order-earliest')
  const navigate = useNavigate()
  const me = useMe()
  const need = useSearch({ strict: false }) as Need
  const query = useQuery({ ...earliestOptions(need, me?.activeOrganisationId ?? null), enabled: me !== undefined })
  const ask = (next: Need) => void navigate({ to: '/earliest', search: next, resetScroll: false })
  return (
    <div className="wide stack" style={{ paddingBlock: 24 }}>
      <div>
        <PageTitle>{t('title')}</PageTitle>
        <p className="t2">{t('lead')}</p>
      </div>
      <section className="panel panel-body">
        <NeedForm need={need} districts={query.data?.districts ?? []} onAsk={ask} />
      </section>
      <QueryView query={query}>{(answer) => <Found answer={answer} need={need} onReset={() => ask({})} />}</QueryView>
    </div>
  )
}

function Found({ answer, need, onReset }: { answer: EarliestAnswer; need: Need; onReset: () => void }) {
  const { t } = useTranslation('order-earliest')
  const format = useFormat()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { items } = answer
  const axis = useMemo(
    () => ({ from: answer.today, to: items.reduce((last, { resultDay }) => (resultDay > last ? resultDay : last), answer.today) }),
    [answer.today, items],
  )
  if (items.length === 0)
    return (
      <div className="panel">
        <Empty
          title={t('none.title')}
          action={
            <div className="row g8 wrap" style={{ justifyContent: 'center' }}>
              <ButtonLink to="/e/enquiries/new" search={enquiryOf(need, [])} kind="primary">
                {t('none.enquire')}
              </ButtonLink>
              <Button onClick={onReset}>{t('none.reset')}</Button>
            </div>
          }
        >
          {t('none.text')}
        </Empty>
      </div>
    )
  const selected = items.filter(({ serviceId }) => chosen.includes(serviceId))
  const providers = new Set(selected.map(({ providerId }) => providerId)).size
  return (
    <>
      <section className="panel" aria-label={t('found', { count: answer.found })}>
        <header className="panel-head">
          <h2 className="h2">{t('found', { count: answer.found })}</h2>
          <Legend hasDeadline={need.deadline !== undefined} />
        </header>
        <div className="row sb s t3" style={{ padding: '8px 16px 0' }}>
          <span>{format.nearDay(axis.from)}</span>
          <span>{format.day(axis.to)}</span>
        </div>
        <ol>
          {items.map((line, index) => (
            <LineCard
              key={line.serviceId}
              line={line}
              rank={index + 1}
              axis={axis}
              deadline={need.deadline}
              isChosen={chosen.includes(line.serviceId)}
              onChoose={(isChosen) =>
                setChosen((before) => (isChosen ? [...before, line.serviceId] : before.filter((id) => id !== line.serviceId)))
              }
            />
          ))}
        </ol>
      </section>
      {selected.length > 0 && (
        <div className={styles.send} role="status">
          <span>{t('chosen', { services: selected.length, providers })}</span>
          <span className="row g8 wrap">
            <Button onClick={() => setChosen([])}>{t('clear')}</Button>
            <ButtonLink
              to="/e/enquiries/new"
              search={enquiryOf(
                need,
                selected.map(({ serviceId }) => serviceId),
              )}
              kind="primary"
            >
              {t('enquire', { count: providers })}
            </ButtonLink>
          </span>
        </div>
      )}
    </>
  )
}

/** The need goes along, so that nothing is typed twice. */
function enquiryOf(need: Need, services: readonly string[]) {
  return {
    service: services.join(',') || undefined,
    need: need.q,
    method: need.standard,
    sampleKind: need.sampleKind,
    quantity: need.quantity,
    deadline: need.deadline,
  }
}
