import type { Reservation } from '@jiju/booking/contract/reservations'
import type { Consent } from '@jiju/people/contract/consents'
import type { JoinRequest } from '@jiju/people/contract/members'
import { useTranslation } from 'react-i18next'
import { serverClock } from '../../lib/clock.ts'
import { resourceNameOf } from '../../lib/resource-name.ts'
import type { Organisation } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import type { Matter } from './matters.tsx'

const WEEK_MS = 7 * 86_400_000
const TWO_DAYS_MS = 2 * 86_400_000

/** Sorts what is known of an enterprise's day into the three columns of its bench. */
export function useEnterpriseMatters(facts: {
  organisation: Organisation | null
  reservations: readonly Reservation[]
  requests: readonly JoinRequest[]
  consents: readonly Consent[]
  personId: string | null
}): { mine: Matter[]; waiting: Matter[]; due: Matter[] } {
  const { t } = useTranslation('bench')
  const format = useFormat()
  const now = serverClock.now().getTime()
  const { organisation, reservations, requests, consents, personId } = facts
  const isWithin = (instant: string, span: number) => Date.parse(instant) > now && Date.parse(instant) - now < span
  const mine: Matter[] = [
    ...(organisation?.status === 'rejected'
      ? [
          {
            key: 'rejected',
            text: t('enterprise.organisationRejected', { name: organisation.shortName }),
            isUrgent: true,
            link: { to: '/e/organisation' } as const,
          },
        ]
      : []),
    ...reservations
      .filter((row) => row.state === 'held' && row.bookerId === personId)
      .map((row) => ({
        key: row.id,
        text: t('enterprise.hold', { name: resourceNameOf(row) }),
        note: t('enterprise.holdLimit', { until: format.time(row.heldUntil ?? row.start, row.zone) }),
        isUrgent: true,
        link: { to: '/e/bookings/$id', params: { id: row.id } } as const,
      })),
    ...requests.map((request) => ({
      key: request.id,
      text: t('enterprise.request', { name: request.person.name }),
      note: format.instant(request.createdAt),
      link: { to: '/e/members', search: { tab: 'requests' } } as const,
    })),
  ]
  const waiting: Matter[] = [
    ...(organisation?.status === 'pending'
      ? [
          {
            key: 'pending',
            text: t('enterprise.organisationPending', { name: organisation.shortName }),
            note: t('enterprise.organisationPendingNote'),
            link: { to: '/e/organisation' } as const,
          },
        ]
      : []),
    ...reservations
      .filter((row) => row.state === 'pending')
      .map((row) => ({
        key: row.id,
        text: t('enterprise.pending', { name: resourceNameOf(row), provider: row.providerName }),
        note: format.range(row.start, row.end, row.zone),
        link: { to: '/e/bookings/$id', params: { id: row.id } } as const,
      })),
  ]
  const due = [
    ...reservations
      .filter((row) => row.state === 'confirmed' && row.bookerId === personId && isWithin(row.cancellation.freeUntil, TWO_DAYS_MS))
      .map((row) => ({
        at: row.cancellation.freeUntil,
        key: row.id,
        text: t('enterprise.freeCancel', { name: resourceNameOf(row) }),
        note: format.instant(row.cancellation.freeUntil, row.zone),
        link: { to: '/e/bookings/$id', params: { id: row.id } } as const,
      })),
    ...consents
      .filter((consent) => consent.state === 'active' && isWithin(consent.validUntil, WEEK_MS))
      .map((consent) => ({
        at: consent.validUntil,
        key: consent.id,
        text: t('enterprise.consent', { name: consent.reader.shortName }),
        note: format.instant(consent.validUntil),
        link: { to: '/e/consents' } as const,
      })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return { mine, waiting, due }
}
