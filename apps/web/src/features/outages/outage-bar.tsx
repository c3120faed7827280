import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { equivalentsOptions, runningOutagesOptions } from './calls.ts'
import { useResourcesText } from './outage-list.tsx'
import { SendProposals } from './send-proposals.tsx'
import './outages.css'

/** Below the timeline: the running outage with most unanswered bookings, and what can be done for them. Nothing when none waits. */
export function OutageBar() {
  const { t } = useTranslation('outages')
  const format = useFormat()
  const resourcesText = useResourcesText()
  const mayLook = useAccess('booking.outage.list')
  const { data = [] } = useQuery({ ...runningOutagesOptions, enabled: mayLook })
  const waiting = data.filter((outage) => outage.open > 0).sort((a, b) => b.open - a.open)
  const [first] = waiting
  const equivalents = useQuery({ ...equivalentsOptions(first?.id ?? ''), enabled: first !== undefined })
  if (!first) return null
  const same = equivalents.data?.sameOrLowerPrice ?? 0
  return (
    <section className="panel outage-bar" aria-label={t('title')}>
      <Tag kind="bad">{t('bar.tag', { count: first.open })}</Tag>
      <span className="f1">
        {t('bar.text', { name: resourcesText(first), until: format.instant(first.end, first.resources[0]?.zone) })}{' '}
        {same > 0 && t('bar.same', { count: same })}{' '}
        {waiting.length > 1 && <span className="t3">{t('bar.more', { count: waiting.length - 1 })}</span>}
      </span>
      <ButtonLink to="/p/outages/$id" params={{ id: first.id }}>
        {t('bar.look')}
      </ButtonLink>
      <SendProposals outage={first} />
    </section>
  )
}
