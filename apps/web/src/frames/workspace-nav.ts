import type { AccessKey, OrganisationKind } from '@jiju/people/core/access'
import type { LinkProps } from '@tanstack/react-router'
import type { ParseKeys } from 'i18next'
import type { IconName } from '../ui/icon.tsx'
import type { Counted } from './inbox-count.tsx'

type NavPart = {
  to: NonNullable<LinkProps['to']>
  text: ParseKeys<'workspace'>
  /** Only shown when the role may do this; no entry for what is refused. */
  access?: AccessKey
  /** What waits there, as a number behind the entry. */
  count?: Counted
}

export type NavEntry = NavPart & {
  icon: IconName
  /** Active only at exactly this path: for the first page of a workspace. */
  isExact?: boolean
  /** One of at most three entries that become a tab on phones, between home and search. */
  isTab?: boolean
  /** Pages that share the entry, shown as links above each of them; the entry's own page is named first. */
  parts?: readonly NavPart[]
}

type NavGroup = { title?: ParseKeys<'workspace'>; entries: readonly NavEntry[] }

/** Side navigation by kind of organisation: at most three groups and twelve entries. */
export const WORKSPACE_NAV: Partial<Record<OrganisationKind, readonly NavGroup[]>> = {
  enterprise: [
    { entries: [{ to: '/e', text: 'nav.desk', icon: 'home', isExact: true, isTab: true }] },
    {
      title: 'nav.booking',
      entries: [
        {
          to: '/search',
          text: 'nav.find',
          icon: 'search',
          parts: [
            { to: '/search', text: 'nav.find' },
            { to: '/e/saved-searches', text: 'nav.savedSearches', access: 'catalog.saved_search.manage' },
          ],
        },
        {
          to: '/e/bookings',
          text: 'nav.bookings',
          icon: 'calendar',
          access: 'booking.reservation.list',
          isTab: true,
          parts: [
            { to: '/e/bookings', text: 'nav.bookings', access: 'booking.reservation.list' },
            { to: '/e/charges', text: 'nav.charges', access: 'booking.charge.list' },
            { to: '/e/faults', text: 'nav.faults', access: 'booking.fault.read' },
          ],
        },
        {
          to: '/e/orders',
          text: 'nav.orders',
          icon: 'document',
          access: 'orders.order.list',
          isTab: true,
          parts: [
            { to: '/e/orders', text: 'nav.orders', access: 'orders.order.list' },
            { to: '/e/enquiries', text: 'nav.enquiries', access: 'orders.enquiry.list' },
            { to: '/e/approvals', text: 'nav.approvals', access: 'orders.purchase.decide' },
            { to: '/e/vouchers', text: 'nav.vouchers', access: 'orders.voucher.account' },
          ],
        },
        {
          to: '/e/samples',
          text: 'nav.orderSamples',
          icon: 'flask',
          access: 'orders.sample.read',
          parts: [
            { to: '/e/samples', text: 'nav.orderSamples', access: 'orders.sample.read' },
            { to: '/e/samples/queue', text: 'nav.samples', access: 'booking.reservation.list' },
          ],
        },
        {
          to: '/trainings',
          text: 'nav.trainings',
          icon: 'shield',
          access: 'booking.training.enrol',
          parts: [
            { to: '/trainings', text: 'nav.trainings', access: 'booking.training.enrol' },
            { to: '/e/standing', text: 'nav.standing', access: 'booking.standing.read' },
          ],
        },
      ],
    },
    {
      title: 'nav.policy',
      entries: [
        {
          to: '/e/points',
          text: 'nav.points',
          icon: 'chart',
          access: 'scoring.own_points.read',
          parts: [
            { to: '/e/points', text: 'nav.points', access: 'scoring.own_points.read' },
            { to: '/e/certificates', text: 'nav.ownPapers', access: 'scoring.certificate.read' },
            { to: '/e/facts', text: 'nav.ownFacts', access: 'scoring.own_fact.state' },
            { to: '/e/points/ladder', text: 'nav.ladder', access: 'scoring.ladder.read' },
            { to: '/e/talent', text: 'nav.talent', access: 'scoring.talent_need.read' },
          ],
        },
      ],
    },
    {
      title: 'nav.organisation',
      entries: [
        { to: '/e/ledger', text: 'nav.ledger', icon: 'money', access: 'orders.ledger.read' },
        {
          to: '/e/members',
          text: 'nav.members',
          icon: 'users',
          access: 'people.member.list',
          parts: [
            { to: '/e/members', text: 'nav.members', access: 'people.member.list' },
            { to: '/e/spending', text: 'nav.spending', access: 'orders.spending.read' },
            { to: '/e/consents', text: 'nav.consents', access: 'people.consent.list' },
          ],
        },
        {
          to: '/e/organisation',
          text: 'nav.facts',
          icon: 'building',
          parts: [
            { to: '/e/organisation', text: 'nav.facts' },
            { to: '/account/webhooks', text: 'nav.webhooks', access: 'webhooks.webhook.list' },
          ],
        },
      ],
    },
  ],
  provider: [
    { entries: [{ to: '/p', text: 'nav.desk', icon: 'home', isExact: true, isTab: true }] },
    {
      title: 'nav.daily',
      entries: [
        {
          to: '/p/calendar',
          text: 'nav.calendar',
          icon: 'calendar',
          access: 'booking.timeline.read',
          isTab: true,
          parts: [
            { to: '/p/calendar', text: 'nav.calendar', access: 'booking.timeline.read' },
            { to: '/p/uses', text: 'nav.uses', access: 'booking.use.list' },
            { to: '/p/charges', text: 'nav.charges', access: 'booking.received_charge.list' },
            { to: '/p/evaluations', text: 'nav.evaluations', access: 'booking.use.list' },
          ],
        },
        { to: '/p/inbox', text: 'nav.inbox', icon: 'inbox', access: 'booking.request.list', count: 'requests', isTab: true },
        {
          to: '/p/orders',
          text: 'nav.orders',
          icon: 'document',
          access: 'orders.order.list',
          count: 'enquiries',
          parts: [
            { to: '/p/orders', text: 'nav.orders', access: 'orders.order.list' },
            { to: '/p/enquiries', text: 'nav.receivedEnquiries', access: 'orders.enquiry.list_received', count: 'enquiries' },
            { to: '/p/reports', text: 'nav.reports', access: 'orders.report.list' },
            { to: '/p/terms', text: 'nav.terms', access: 'orders.terms.write' },
            { to: '/p/work', text: 'nav.work', access: 'orders.task.read' },
            { to: '/p/studies', text: 'nav.studies', access: 'orders.study.manage' },
            { to: '/p/recipes', text: 'nav.recipes', access: 'orders.recipe.read' },
            { to: '/p/vouchers', text: 'nav.vouchers', access: 'orders.voucher_claim.read' },
          ],
        },
        {
          to: '/p/samples',
          text: 'nav.orderSamples',
          icon: 'flask',
          access: 'orders.sample.work',
          count: 'samples',
          parts: [
            { to: '/p/samples', text: 'nav.orderSamples', access: 'orders.sample.work' },
            { to: '/p/samples/queue', text: 'nav.sampleQueue', access: 'booking.request.list' },
          ],
        },
      ],
    },
    {
      title: 'nav.resourcesGroup',
      entries: [
        {
          to: '/p/resources',
          text: 'nav.resources',
          icon: 'instrument',
          access: 'catalog.resource.list_own',
          parts: [
            { to: '/p/resources', text: 'nav.resources', access: 'catalog.resource.list_own' },
            { to: '/p/sites', text: 'nav.sites', access: 'catalog.resource.list_own' },
            { to: '/p/prices', text: 'nav.prices', access: 'booking.price_list.read' },
            { to: '/p/import', text: 'nav.imports', access: 'catalog.import.run' },
          ],
        },
        {
          to: '/p/outages',
          text: 'nav.outages',
          icon: 'warning',
          access: 'booking.outage.list',
          parts: [
            { to: '/p/outages', text: 'nav.outages', access: 'booking.outage.list' },
            { to: '/p/qualifications', text: 'nav.qualifications', access: 'booking.qualification.list' },
          ],
        },
      ],
    },
    {
      title: 'nav.organisation',
      entries: [
        { to: '/p/settlement', text: 'nav.settlement', icon: 'money', access: 'orders.ledger.read' },
        {
          to: '/e/bookings',
          text: 'nav.elsewhere',
          icon: 'search',
          access: 'booking.reservation.list',
          parts: [
            { to: '/e/bookings', text: 'nav.bookings', access: 'booking.reservation.list' },
            { to: '/e/charges', text: 'nav.charges', access: 'booking.charge.list' },
            { to: '/e/ledger', text: 'nav.ledger', access: 'orders.payment.list' },
          ],
        },
        { to: '/p/assessment', text: 'nav.assessment', icon: 'chart', access: 'booking.assessment.read' },
        {
          to: '/p/members',
          text: 'nav.members',
          icon: 'users',
          access: 'people.member.list',
          parts: [
            { to: '/p/members', text: 'nav.members', access: 'people.member.list' },
            { to: '/p/consents', text: 'nav.consents', access: 'people.consent.list' },
          ],
        },
        {
          to: '/p/organisation',
          text: 'nav.providerProfile',
          icon: 'building',
          parts: [
            { to: '/p/organisation', text: 'nav.providerProfile' },
            { to: '/account/webhooks', text: 'nav.webhooks', access: 'webhooks.webhook.list' },
          ],
        },
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
        {
          to: '/o/assessment',
          text: 'nav.assessment',
          icon: 'chart',
          access: 'booking.district_assessment.read',
          parts: [
            { to: '/o/assessment', text: 'nav.assessment', access: 'booking.district_assessment.read' },
            { to: '/o/downtime', text: 'nav.downtime', access: 'booking.downtime.read' },
            { to: '/o/search-misses', text: 'nav.misses', access: 'catalog.search_miss.list' },
          ],
        },
        {
          to: '/o/facts',
          text: 'nav.scoringFacts',
          icon: 'document',
          access: 'scoring.fact.read',
          parts: [
            { to: '/o/facts', text: 'nav.factCoverage', access: 'scoring.fact.read' },
            { to: '/o/facts/imports', text: 'nav.factImports', access: 'scoring.fact.read' },
            { to: '/o/facts/enterprises', text: 'nav.factEnterprises', access: 'scoring.fact.read' },
            { to: '/o/facts/conflicts', text: 'nav.factConflicts', access: 'scoring.fact.read' },
            { to: '/o/facts/events', text: 'nav.factEvents', access: 'scoring.fact.read' },
            { to: '/o/facts/reports', text: 'nav.factReports', access: 'scoring.fact.read' },
            { to: '/o/facts/suppliers', text: 'nav.factSuppliers', access: 'scoring.fact.read' },
            { to: '/o/facts/definitions', text: 'nav.factDefinitions', access: 'scoring.definition.read' },
          ],
        },
        {
          to: '/o/lists',
          text: 'nav.scoring',
          icon: 'star',
          access: 'scoring.list.read',
          parts: [
            { to: '/o/lists', text: 'nav.lists', access: 'scoring.list.read' },
            { to: '/o/scoring/runs', text: 'nav.runs', access: 'scoring.run.read' },
            { to: '/o/scoring/models', text: 'nav.models', access: 'scoring.model.read' },
            { to: '/o/cultivation', text: 'nav.cultivation', access: 'scoring.cultivation.read' },
            { to: '/o/evaluation', text: 'nav.evaluation', access: 'scoring.evaluation.read' },
            { to: '/talent', text: 'nav.talentDesk', access: 'scoring.talent_desk.read' },
          ],
        },
        { to: '/o/ledger', text: 'nav.oversight', icon: 'money', access: 'orders.ledger.oversee' },
        { to: '/o/vouchers', text: 'nav.vouchers', icon: 'money', access: 'orders.voucher_programme.read' },
        {
          to: '/o/disputes',
          text: 'nav.disputes',
          icon: 'scale',
          access: 'orders.dispute.rule',
          parts: [
            { to: '/o/disputes', text: 'nav.disputes', access: 'orders.dispute.rule' },
            { to: '/o/signals', text: 'nav.signals', access: 'orders.signal.read' },
            { to: '/o/terms', text: 'nav.terms', access: 'orders.terms.write' },
            { to: '/o/appeals', text: 'nav.appeals', access: 'booking.no_show.decide' },
            { to: '/o/enquiries', text: 'nav.overdueEnquiries', access: 'orders.overdue_enquiry.list' },
          ],
        },
      ],
    },
    {
      title: 'nav.system',
      entries: [
        {
          to: '/o/jobs',
          text: 'nav.jobs',
          icon: 'gauge',
          access: 'operations.job.list',
          parts: [
            { to: '/o/jobs', text: 'nav.jobs', access: 'operations.job.list' },
            { to: '/o/mail', text: 'nav.mail', access: 'operations.mail.list' },
          ],
        },
        { to: '/o/audit', text: 'nav.audit', icon: 'shield', access: 'operations.audit.list' },
        {
          to: '/o/people',
          text: 'nav.people',
          icon: 'user',
          access: 'people.person.list',
          parts: [
            { to: '/o/people', text: 'nav.people', access: 'people.person.list' },
            { to: '/o/members', text: 'nav.members', access: 'people.member.list' },
          ],
        },
      ],
    },
  ],
  bank: [
    { entries: [{ to: '/b/points', text: 'nav.bankPoints', icon: 'chart', access: 'scoring.credit.read', isTab: true }] },
    {
      title: 'nav.organisation',
      entries: [
        { to: '/b/members', text: 'nav.members', icon: 'users', access: 'people.member.list', isTab: true },
        { to: '/b/consents', text: 'nav.consents', icon: 'shield', access: 'people.consent.list', isTab: true },
        { to: '/b/organisation', text: 'nav.officeFacts', icon: 'building' },
      ],
    },
  ],
  government: [
    { entries: [{ to: '/talent', text: 'nav.talentDesk', icon: 'users', access: 'scoring.talent_desk.read', isTab: true }] },
    {
      title: 'nav.organisation',
      entries: [
        { to: '/e/members', text: 'nav.members', icon: 'users', access: 'people.member.list', isTab: true },
        { to: '/e/consents', text: 'nav.consents', icon: 'shield', access: 'people.consent.list' },
        {
          to: '/e/organisation',
          text: 'nav.officeFacts',
          icon: 'building',
          parts: [
            { to: '/e/organisation', text: 'nav.officeFacts' },
            { to: '/account/webhooks', text: 'nav.webhooks', access: 'webhooks.webhook.list' },
          ],
        },
      ],
    },
  ],
}

/** What is left of an entry for a role: it leads to the first of its pages that may be opened; undefined when there is none. */
export function entryFor(entry: NavEntry, mayDo: (access: AccessKey) => boolean): NavEntry | undefined {
  const mayOpen = (part: NavPart) => !part.access || mayDo(part.access)
  if (!entry.parts) return mayOpen(entry) ? entry : undefined
  const parts = entry.parts.filter(mayOpen)
  const [first] = parts
  // The entry is called by what its pages have in common as long as its own page is among them.
  return first && { ...entry, ...first, text: first.to === entry.to ? entry.text : first.text, parts }
}
