import type { AffectedBooking, Outage } from '@jiju/booking/contract/outages'
import { useTranslation } from 'react-i18next'
import { Tag, type TagKind } from '../../ui/tag.tsx'

/** Where an outage stands. */
export function OutageStateTag({ outage }: { outage: Outage }) {
  const { t } = useTranslation('outages')
  if (outage.state !== 'declared') return <Tag>{t(`state.${outage.state}`)}</Tag>
  const kind: TagKind = outage.phase === 'running' ? 'bad' : outage.phase === 'upcoming' ? 'warn' : 'plain'
  return <Tag kind={kind}>{t(`state.${outage.phase}`)}</Tag>
}

const KINDS: Partial<Record<AffectedBooking['state'], TagKind>> = { open: 'warn', moved: 'ok', replaced: 'ok', reinstated: 'ok' }

/** What became of a booking that an outage hit. */
export function DisplacementTag({ state }: { state: AffectedBooking['state'] }) {
  const { t } = useTranslation('outages')
  return <Tag kind={KINDS[state] ?? 'plain'}>{t(`displacement.${state}`)}</Tag>
}
