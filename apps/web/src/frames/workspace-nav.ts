import type { AccessKey, OrganisationKind } from '@jiju/people/core/access'
import type { LinkProps } from '@tanstack/react-router'
import type { ParseKeys } from 'i18next'
import type { IconName } from '../ui/icon.tsx'

export type NavEntry = {
  to: NonNullable<LinkProps['to']>
  text: ParseKeys<'workspace'>
  icon: IconName
  /** Only shown when the role may do this; no entry for what is refused. */
  access?: AccessKey
  /** Active only at exactly this path: for the first page of a workspace. */
  isExact?: boolean
  /** What waits there, as a number behind the entry. */
  count?: 'requests' | 'samples'
  /** One of at most three entries that become a tab on phones, between home and search. */
  isTab?: boolean
}

type NavGroup = { title?: ParseKeys<'workspace'>; entries: readonly NavEntry[] }

const officeNav: readonly NavGroup[] = [
  {
    title: 'nav.organisation',
    entries: [
      { to: '/e/members', text: 'nav.members', icon: 'users', access: 'people.member.list', isTab: true },
      { to: '/e/consents', text: 'nav.consents', icon: 'shield', access: 'people.consent.list' },
      { to: '/e/organisation', text: 'nav.officeFacts', icon: 'building' },
    ],
  },
]

/** Side navigation by kind of organisation: at most three groups and twelve entries. */
export const WORKSPACE_NAV: Partial<Record<OrganisationKind, readonly NavGroup[]>> = {
  enterprise: [
    { entries: [{ to: '/e', text: 'nav.desk', icon: 'home', isExact: true, isTab: true }] },
    {
      title: 'nav.booking',
      entries: [
        { to: '/search', text: 'nav.find', icon: 'search' },
        { to: '/e/bookings', text: 'nav.bookings', icon: 'calendar', access: 'booking.reservation.list', isTab: true },
        { to: '/e/samples', text: 'nav.samples', icon: 'flask', access: 'booking.reservation.list' },
        { to: '/e/standing', text: 'nav.standing', icon: 'scale', access: 'booking.standing.read' },
        { to: '/trainings', text: 'nav.trainings', icon: 'document', access: 'booking.training.enrol' },
        { to: '/e/saved-searches', text: 'nav.savedSearches', icon: 'star', access: 'catalog.saved_search.manage' },
      ],
    },
    {
      title: 'nav.organisation',
      entries: [
        { to: '/e/members', text: 'nav.members', icon: 'users', access: 'people.member.list' },
        { to: '/e/consents', text: 'nav.consents', icon: 'shield', access: 'people.consent.list' },
        { to: '/e/organisation', text: 'nav.facts', icon: 'building' },
        { to: '/account/webhooks', text: 'nav.webhooks', icon: 'code', access: 'webhooks.webhook.list' },
      ],
    },
  ],
  provider: [
    { entries: [{ to: '/p', text: 'nav.desk', icon: 'home', isExact: true, isTab: true }] },
    {
      title: 'nav.daily',
      entries: [
        { to: '/p/calendar', text: 'nav.calendar', icon: 'calendar', access: 'booking.timeline.read', isTab: true },
        { to: '/p/uses', text: 'nav.uses', icon: 'gauge', access: 'booking.use.list' },
        { to: '/p/assessment', text: 'nav.assessment', icon: 'chart', access: 'booking.assessment.read' },
        { to: '/p/inbox', text: 'nav.inbox', icon: 'inbox', access: 'booking.request.list', count: 'requests', isTab: true },
        { to: '/p/samples', text: 'nav.sampleQueue', icon: 'flask', access: 'booking.request.list', count: 'samples' },
      ],
    },
    {
      title: 'nav.resourcesGroup',
      entries: [
        { to: '/p/resources', text: 'nav.resources', icon: 'instrument', access: 'catalog.resource.list_own' },
        { to: '/p/prices', text: 'nav.prices', icon: 'money', access: 'booking.price_list.read' },
        { to: '/p/outages', text: 'nav.outages', icon: 'warning', access: 'booking.outage.list' },
        { to: '/p/qualifications', text: 'nav.qualifications', icon: 'shield', access: 'booking.qualification.list' },
        { to: '/p/sites', text: 'nav.sites', icon: 'place', access: 'catalog.resource.list_own' },
        { to: '/p/import', text: 'nav.imports', icon: 'upload', access: 'catalog.import.run' },
      ],
    },
    {
      title: 'nav.organisation',
      entries: [
        { to: '/p/members', text: 'nav.members', icon: 'users', access: 'people.member.list' },
        { to: '/p/consents', text: 'nav.consents', icon: 'shield', access: 'people.consent.list' },
        { to: '/p/organisation', text: 'nav.providerProfile', icon: 'building' },
        { to: '/account/webhooks', text: 'nav.webhooks', icon: 'code', access: 'webhooks.webhook.list' },
      ],
    },
  ],
  operator: [
    { entries: [{ to: '/o', text: 'nav.desk', icon: 'home', isExact: true, isTab: true }] },
    {
      title: 'nav.operate',
      entries: [
        { to: '/o/organisations', text: 'nav.organisations', icon: 'building', access: 'people.organisation.list', isTab: true },
        { to: '/o/resources', text: 'nav.review', icon: 'instrument', access: 'catalog.resource.review' },
        { to: '/o/data', text: 'nav.data', icon: 'upload', access: 'catalog.import.run' },
        { to: '/o/assessment', text: 'nav.assessment', icon: 'chart', access: 'booking.district_assessment.read' },
        { to: '/o/downtime', text: 'nav.downtime', icon: 'warning', access: 'booking.downtime.read' },
        { to: '/o/appeals', text: 'nav.appeals', icon: 'scale', access: 'booking.no_show.decide' },
        { to: '/o/search-misses', text: 'nav.misses', icon: 'search', access: 'catalog.search_miss.list' },
      ],
    },
    {
      title: 'nav.system',
      entries: [
        { to: '/o/jobs', text: 'nav.jobs', icon: 'gauge', access: 'operations.job.list' },
        { to: '/o/mail', text: 'nav.mail', icon: 'inbox', access: 'operations.mail.list' },
        { to: '/o/audit', text: 'nav.audit', icon: 'document', access: 'operations.audit.list' },
        { to: '/o/people', text: 'nav.people', icon: 'user', access: 'people.person.list' },
        { to: '/o/members', text: 'nav.members', icon: 'users', access: 'people.member.list' },
      ],
    },
  ],
  bank: officeNav,
  government: officeNav,
}
