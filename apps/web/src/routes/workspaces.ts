import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { loadTexts } from '../lib/i18n.ts'
import { queryClient } from '../lib/query-client.ts'
import { meOptions, workspacePath } from '../lib/session.ts'
import { conditions } from './conditions.ts'
import { guarded } from './guarded.tsx'
import { workRoute } from './root.tsx'

const getParentRoute = () => workRoute
/** Texts of every panel of the order page. */
const ORDER_TEXTS = [
  'orders',
  'order-money',
  'orderDisputes',
  'order-forms',
  'order-reports',
  'order-work',
  'order-samples',
  'order-agreement',
  'order-spending',
  'people',
  'order-vouchers',
  'order-studies',
  'order-batches',
] as const

export const workspaceRoutes = [
  createRoute({
    getParentRoute,
    path: '/workspace',
    beforeLoad: async () => {
      const me = await queryClient.ensureQueryData(meOptions)
      // The frame of work leads to it, whatever the page.
      if (me.lacksSecondFactor) throw redirect({ to: '/account', search: { tab: 'secondFactor' }, replace: true })
      throw redirect({ to: workspacePath(me), replace: true })
    },
  }),
  createRoute({
    getParentRoute,
    path: '/e',
    loader: () => loadTexts('bench', 'bookings', 'people'),
    component: lazyRouteComponent(() => import('../pages/enterprise/bench-page.tsx'), 'EnterpriseBenchPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/e/bookings',
    validateSearch: conditions('when', 'scope', 'q'),
    loader: () => loadTexts('bookings', 'plans'),
    component: guarded(
      'booking.reservation.list',
      lazyRouteComponent(() => import('../pages/enterprise/bookings-page.tsx'), 'BookingsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/bookings/$id',
    loader: () => loadTexts('outages', 'bookings', 'plans', 'use'),
    component: guarded(
      'booking.reservation.read',
      lazyRouteComponent(() => import('../pages/enterprise/booking-page.tsx'), 'BookingPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/bookings/groups/$id',
    loader: () => loadTexts('plans', 'bookings'),
    component: guarded(
      'booking.reservation.read',
      lazyRouteComponent(() => import('../pages/enterprise/group-page.tsx'), 'GroupPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/enquiries',
    validateSearch: conditions('state'),
    loader: () => loadTexts('order-enquiries'),
    component: guarded(
      'orders.enquiry.list',
      lazyRouteComponent(() => import('../pages/enquiries/enquiries-page.tsx'), 'EnquiriesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/enquiries/new',
    validateSearch: conditions('service', 'need', 'method', 'sampleKind', 'quantity', 'deadline', 'from'),
    loader: () => loadTexts('order-enquiries', 'order-forms'),
    component: guarded(
      'orders.enquiry.place',
      lazyRouteComponent(() => import('../pages/enquiries/new-enquiry-page.tsx'), 'NewEnquiryPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/enquiries/$id',
    loader: () => loadTexts('order-enquiries', 'order-forms', 'order-threads', 'order-agreement'),
    component: guarded(
      'orders.enquiry.read',
      lazyRouteComponent(() => import('../pages/enquiries/enquiry-page.tsx'), 'EnquiryPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/enquiries',
    validateSearch: conditions('show'),
    loader: () => loadTexts('order-enquiries'),
    component: guarded(
      'orders.enquiry.list_received',
      lazyRouteComponent(() => import('../pages/enquiries/inbox-page.tsx'), 'EnquiryInboxPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/enquiries/$id',
    loader: () => loadTexts('order-enquiries', 'order-forms', 'order-threads', 'order-agreement'),
    component: guarded(
      'orders.enquiry.read',
      lazyRouteComponent(() => import('../pages/enquiries/received-page.tsx'), 'ReceivedEnquiryPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/enquiries',
    loader: () => loadTexts('order-enquiries'),
    component: guarded(
      'orders.overdue_enquiry.list',
      lazyRouteComponent(() => import('../pages/enquiries/overdue-page.tsx'), 'OverdueEnquiriesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/orders',
    validateSearch: conditions('state', 'q'),
    loader: () => loadTexts('orders', 'order-imports'),
    component: guarded(
      'orders.order.list',
      lazyRouteComponent(() => import('../pages/orders/orders-page.tsx'), 'OrdersPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/orders/new',
    validateSearch: conditions('service'),
    beforeLoad: ({ search }) => {
      throw redirect({ to: '/e/orders/new/$step', params: { step: 'items' }, search, replace: true })
    },
  }),
  createRoute({
    getParentRoute,
    path: '/e/orders/new/$step',
    validateSearch: conditions('service'),
    loader: () => loadTexts('order-wizard', 'order-forms', 'order-vouchers'),
    component: guarded(
      'orders.order.place',
      lazyRouteComponent(() => import('../pages/orders/order-wizard-page.tsx'), 'OrderWizardPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/orders/$id',
    loader: () => loadTexts(...ORDER_TEXTS),
    component: guarded(
      'orders.order.read',
      lazyRouteComponent(() => import('../pages/orders/order-page.tsx'), 'OrderPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/ledger',
    validateSearch: conditions('tab', 'month', 'amount', 'order'),
    loader: () => loadTexts('order-money'),
    component: guarded(
      'orders.ledger.read',
      lazyRouteComponent(() => import('../pages/money/ledger-page.tsx'), 'LedgerPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/settlement',
    validateSearch: conditions('tab', 'month'),
    loader: () => loadTexts('order-money'),
    component: guarded(
      'orders.ledger.read',
      lazyRouteComponent(() => import('../pages/money/settlement-page.tsx'), 'SettlementPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/ledger',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('order-money'),
    component: guarded(
      'orders.ledger.oversee',
      lazyRouteComponent(() => import('../pages/money/oversight-page.tsx'), 'OversightPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/pay/sandbox/$reference',
    loader: () => loadTexts('order-money'),
    component: guarded(
      'orders.sandbox_payment.pay',
      lazyRouteComponent(() => import('../pages/money/sandbox-page.tsx'), 'SandboxPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/orders/import',
    loader: () => loadTexts('orders', 'order-imports'),
    component: guarded(
      'orders.order_import.read',
      lazyRouteComponent(() => import('../pages/orders/import-page.tsx'), 'OrderImportPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/orders',
    validateSearch: conditions('state', 'q'),
    loader: () => loadTexts('orders', 'order-imports'),
    component: guarded(
      'orders.order.list',
      lazyRouteComponent(() => import('../pages/orders/orders-page.tsx'), 'OrdersPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/reports',
    validateSearch: conditions('state'),
    loader: () => loadTexts('order-reports'),
    component: guarded(
      'orders.report.list',
      lazyRouteComponent(() => import('../pages/reports/reports-page.tsx'), 'ReportsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/reports/$id',
    loader: () => loadTexts('order-reports'),
    component: guarded(
      'orders.report.list',
      lazyRouteComponent(() => import('../pages/reports/report-page.tsx'), 'ReportPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/report-settings',
    loader: () => loadTexts('order-reports', 'workspace'),
    component: guarded(
      'orders.report.settings',
      lazyRouteComponent(() => import('../pages/reports/report-settings-page.tsx'), 'ReportSettingsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/orders/$id',
    loader: () => loadTexts(...ORDER_TEXTS),
    component: guarded(
      'orders.order.read',
      lazyRouteComponent(() => import('../pages/orders/order-page.tsx'), 'OrderPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/tasks/$id/batch',
    loader: () => loadTexts('order-batches'),
    component: guarded(
      'orders.batch.read',
      lazyRouteComponent(() => import('../pages/work/batch-page.tsx'), 'BatchPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/recipes',
    loader: () => loadTexts('order-batches'),
    component: guarded(
      'orders.recipe.read',
      lazyRouteComponent(() => import('../pages/work/recipes-page.tsx'), 'RecipesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/studies',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('order-studies'),
    component: guarded(
      'orders.study.manage',
      lazyRouteComponent(() => import('../pages/work/studies-page.tsx'), 'StudiesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/studies/$id',
    loader: () => loadTexts('order-studies'),
    component: guarded(
      'orders.study.read',
      lazyRouteComponent(() => import('../pages/work/study-page.tsx'), 'StudyPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/studies/$id',
    loader: () => loadTexts('order-studies'),
    component: guarded(
      'orders.study.read',
      lazyRouteComponent(() => import('../pages/work/study-page.tsx'), 'StudyPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/work',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('order-work'),
    component: guarded(
      'orders.task.read',
      lazyRouteComponent(() => import('../pages/work/work-page.tsx'), 'WorkPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/tasks/$id',
    loader: () => loadTexts('order-work'),
    component: guarded(
      'orders.task.read',
      lazyRouteComponent(() => import('../pages/work/task-page.tsx'), 'TaskPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/orders/$id',
    loader: () => loadTexts(...ORDER_TEXTS),
    component: guarded(
      'orders.order.read',
      lazyRouteComponent(() => import('../pages/orders/order-page.tsx'), 'OrderPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/certificates',
    loader: () => loadTexts('scoring-lists'),
    component: guarded(
      'scoring.objection.read_own',
      lazyRouteComponent(() => import('../pages/scoring-lists/own-papers-page.tsx'), 'OwnPapersPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/points',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('points', 'members', 'people', 'scoring-lists'),
    component: guarded(
      'scoring.own_points.read',
      lazyRouteComponent(() => import('../pages/enterprise/points-page.tsx'), 'PointsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/points/$run',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('points', 'members', 'people', 'scoring-lists'),
    component: guarded(
      'scoring.own_points.read',
      lazyRouteComponent(() => import('../pages/enterprise/points-page.tsx'), 'PointsOfRunPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/scoring/runs/$run/enterprises/$enterprise',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('points'),
    component: guarded(
      'scoring.run.read',
      lazyRouteComponent(() => import('../pages/operator/enterprise-points-page.tsx'), 'EnterprisePointsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/vouchers',
    validateSearch: conditions('year'),
    loader: () => loadTexts('order-vouchers', 'orders'),
    component: guarded(
      'orders.voucher.account',
      lazyRouteComponent(() => import('../pages/enterprise/vouchers-page.tsx'), 'EnterpriseVouchersPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/vouchers',
    validateSearch: conditions('claim', 'month', 'claimState'),
    loader: () => loadTexts('order-vouchers', 'orders'),
    component: guarded(
      'orders.voucher_claim.read',
      lazyRouteComponent(() => import('../pages/provider/vouchers-page.tsx'), 'ProviderVouchersPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/vouchers',
    validateSearch: conditions('tab', 'claim', 'month', 'claimState', 'sample'),
    loader: () => loadTexts('order-vouchers', 'orders'),
    component: guarded(
      'orders.voucher_programme.read',
      lazyRouteComponent(() => import('../pages/operator/vouchers-page.tsx'), 'OperatorVouchersPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/vouchers/new',
    loader: () => loadTexts('order-vouchers', 'orders'),
    component: guarded(
      'orders.voucher_programme.write',
      lazyRouteComponent(() => import('../pages/operator/voucher-programme-form-page.tsx'), 'VoucherProgrammeFormPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/vouchers/programmes/$id',
    loader: () => loadTexts('order-vouchers', 'orders'),
    component: guarded(
      'orders.voucher_programme.read',
      lazyRouteComponent(() => import('../pages/operator/voucher-programme-page.tsx'), 'VoucherProgrammePage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/vouchers/programmes/$id/rules',
    loader: () => loadTexts('order-vouchers', 'orders'),
    component: guarded(
      'orders.voucher_programme.write',
      lazyRouteComponent(() => import('../pages/operator/voucher-programme-form-page.tsx'), 'VoucherRulesFormPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/disputes',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('orderDisputes'),
    component: guarded(
      'orders.dispute.rule',
      lazyRouteComponent(() => import('../pages/operator/disputes-page.tsx'), 'DisputesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/signals',
    validateSearch: conditions('tab', 'rule'),
    loader: () => loadTexts('order-signals'),
    component: guarded(
      'orders.signal.read',
      lazyRouteComponent(() => import('../pages/operator/signals-page.tsx'), 'SignalsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/spending',
    loader: () => loadTexts('order-spending', 'people'),
    component: guarded(
      'orders.spending.read',
      lazyRouteComponent(() => import('../pages/enterprise/spending-page.tsx'), 'SpendingPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/approvals',
    loader: () => loadTexts('order-spending'),
    component: guarded(
      'orders.purchase.decide',
      lazyRouteComponent(() => import('../pages/enterprise/approvals-page.tsx'), 'ApprovalsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/terms',
    loader: () => loadTexts('order-agreement'),
    component: guarded(
      'orders.terms.write',
      lazyRouteComponent(() => import('../pages/orders/terms-page.tsx'), 'TermsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/terms',
    loader: () => loadTexts('order-agreement'),
    component: guarded(
      'orders.terms.write',
      lazyRouteComponent(() => import('../pages/orders/terms-page.tsx'), 'TermsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/faults',
    loader: () => loadTexts('outages'),
    component: guarded(
      'booking.fault.read',
      lazyRouteComponent(() => import('../pages/enterprise/faults-page.tsx'), 'FaultsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/faults/$id',
    loader: () => loadTexts('outages'),
    component: guarded(
      'booking.fault.read',
      lazyRouteComponent(() => import('../pages/provider/fault-page.tsx'), 'FaultPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/faults/new',
    validateSearch: conditions('resource', 'reservation'),
    loader: () => loadTexts('outages'),
    component: guarded(
      'booking.fault.report',
      lazyRouteComponent(() => import('../pages/enterprise/fault-form-page.tsx'), 'FaultFormPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/samples',
    validateSearch: conditions('view', 'q'),
    loader: () => loadTexts('order-samples'),
    component: guarded(
      'orders.sample.read',
      lazyRouteComponent(() => import('../pages/enterprise/order-samples-page.tsx'), 'OrderSamplesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/samples/queue',
    validateSearch: conditions('show', 'scope'),
    loader: () => loadTexts('samples'),
    component: guarded(
      'booking.reservation.list',
      lazyRouteComponent(() => import('../pages/enterprise/samples-page.tsx'), 'SamplesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/samples/$id',
    loader: () => loadTexts('order-samples'),
    component: guarded(
      'orders.sample.read',
      lazyRouteComponent(() => import('../pages/samples/order-sample-page.tsx'), 'OrderSamplePage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/s/$code',
    loader: () => loadTexts('order-samples'),
    component: guarded(
      'orders.sample.read',
      lazyRouteComponent(() => import('../pages/samples/sample-code-page.tsx'), 'SampleCodePage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/orders/$id/labels',
    loader: () => loadTexts('order-samples'),
    component: guarded(
      'orders.sample.read',
      lazyRouteComponent(() => import('../pages/samples/labels-page.tsx'), 'SampleLabelsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/orders/$id/labels',
    loader: () => loadTexts('order-samples'),
    component: guarded(
      'orders.sample.read',
      lazyRouteComponent(() => import('../pages/samples/labels-page.tsx'), 'SampleLabelsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/orders/$id/labels',
    loader: () => loadTexts('order-samples'),
    component: guarded(
      'orders.sample.read',
      lazyRouteComponent(() => import('../pages/samples/labels-page.tsx'), 'SampleLabelsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/orders/$id/receive',
    loader: () => loadTexts('order-samples', 'orders'),
    component: guarded(
      'orders.sample.work',
      lazyRouteComponent(() => import('../pages/samples/receipt-page.tsx'), 'ReceiptPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/samples/$id',
    loader: () => loadTexts('samples'),
    component: guarded(
      'booking.reservation.read',
      lazyRouteComponent(() => import('../pages/enterprise/sample-page.tsx'), 'SamplePage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/standing',
    loader: () => loadTexts('standing'),
    component: guarded(
      'booking.standing.read',
      lazyRouteComponent(() => import('../pages/enterprise/standing-page.tsx'), 'StandingPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/appeals',
    validateSearch: conditions('show'),
    loader: () => loadTexts('standing'),
    component: guarded(
      'booking.no_show.decide',
      lazyRouteComponent(() => import('../pages/operator/appeals-page.tsx'), 'AppealsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/saved-searches',
    loader: () => loadTexts('bookings'),
    component: guarded(
      'catalog.saved_search.manage',
      lazyRouteComponent(() => import('../pages/enterprise/saved-searches-page.tsx'), 'SavedSearchesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/members',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('members', 'people'),
    component: lazyRouteComponent(() => import('../pages/enterprise/members-page.tsx'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/e/consents',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('members', 'people'),
    component: lazyRouteComponent(() => import('../pages/enterprise/consents-page.tsx'), 'ConsentsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/e/organisation',
    loader: () => loadTexts('members', 'people', 'signin'),
    component: lazyRouteComponent(() => import('../pages/enterprise/organisation-page.tsx'), 'OrganisationPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/p',
    loader: () => loadTexts('bench', 'bookings', 'calendar', 'editor', 'people'),
    component: lazyRouteComponent(() => import('../pages/provider/bench-page.tsx'), 'ProviderBenchPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/p/calendar',
    validateSearch: conditions('view', 'day', 'kind', 'q', 'order', 'form', 'resource'),
    loader: () => loadTexts('outages', 'calendar', 'bookings'),
    component: guarded(
      'booking.timeline.read',
      lazyRouteComponent(() => import('../pages/provider/calendar-page.tsx'), 'CalendarPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/calendar/addresses',
    validateSearch: conditions('resource'),
    loader: () => loadTexts('feeds'),
    component: guarded(
      'booking.staff_feed.manage',
      lazyRouteComponent(() => import('../pages/provider/addresses-page.tsx'), 'AddressesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/calendar/print',
    validateSearch: conditions('from', 'resource'),
    loader: () => loadTexts('feeds', 'calendar'),
    component: guarded(
      'booking.timeline.read',
      lazyRouteComponent(() => import('../pages/provider/week-print-page.tsx'), 'WeekPrintPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/inbox',
    validateSearch: conditions('tab', 'show'),
    loader: () => loadTexts('bookings', 'standing', 'plans'),
    component: guarded(
      'booking.request.list',
      lazyRouteComponent(() => import('../pages/provider/inbox-page.tsx'), 'InboxPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/samples',
    validateSearch: conditions('view', 'q', 'place'),
    loader: () => loadTexts('order-samples'),
    component: guarded(
      'orders.sample.work',
      lazyRouteComponent(() => import('../pages/provider/order-samples-page.tsx'), 'ProviderSamplesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/samples/places',
    loader: () => loadTexts('order-samples'),
    component: guarded(
      'orders.sample.work',
      lazyRouteComponent(() => import('../pages/provider/storage-places-page.tsx'), 'StoragePlacesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/samples/queue',
    loader: () => loadTexts('samples'),
    component: guarded(
      'booking.request.list',
      lazyRouteComponent(() => import('../pages/provider/sample-queues-page.tsx'), 'SampleQueuesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/bookings/$id',
    loader: () => loadTexts('outages', 'bookings', 'plans', 'use'),
    component: guarded(
      'booking.reservation.read',
      lazyRouteComponent(() => import('../pages/enterprise/booking-page.tsx'), 'BookingPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/bookings/groups/$id',
    loader: () => loadTexts('plans', 'bookings'),
    component: guarded(
      'booking.reservation.read',
      lazyRouteComponent(() => import('../pages/enterprise/group-page.tsx'), 'GroupPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/prices',
    loader: () => loadTexts('prices'),
    component: guarded(
      'booking.price_list.read',
      lazyRouteComponent(() => import('../pages/provider/prices-page.tsx'), 'PricesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/prices/$id',
    loader: () => loadTexts('prices'),
    component: guarded(
      'booking.price_list.read',
      lazyRouteComponent(() => import('../pages/provider/resource-prices-page.tsx'), 'ResourcePricesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/outages',
    validateSearch: conditions('tab', 'when', 'state', 'resource'),
    loader: () => loadTexts('outages'),
    component: guarded(
      'booking.outage.list',
      lazyRouteComponent(() => import('../pages/provider/outages-page.tsx'), 'OutagesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/outages/new',
    validateSearch: conditions('resource', 'fault'),
    loader: () => loadTexts('outages'),
    component: guarded(
      'booking.outage.declare',
      lazyRouteComponent(() => import('../pages/provider/outage-form-page.tsx'), 'OutageFormPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/outages/$id',
    loader: () => loadTexts('outages'),
    component: guarded(
      'booking.outage.list',
      lazyRouteComponent(() => import('../pages/provider/outage-page.tsx'), 'OutagePage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/faults/$id',
    loader: () => loadTexts('outages'),
    component: guarded(
      'booking.fault.read',
      lazyRouteComponent(() => import('../pages/provider/fault-page.tsx'), 'FaultPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/use/$code',
    loader: () => loadTexts('use'),
    component: guarded(
      'booking.use.read',
      lazyRouteComponent(() => import('../pages/use/scanned-page.tsx'), 'ScannedPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/charges',
    validateSearch: conditions('state', 'kind', 'from', 'to'),
    loader: () => loadTexts('use'),
    component: guarded(
      'booking.charge.list',
      lazyRouteComponent(() => import('../pages/enterprise/charges-page.tsx'), 'OwnChargesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/charges',
    validateSearch: conditions('state', 'kind', 'from', 'to'),
    loader: () => loadTexts('use'),
    component: guarded(
      'booking.received_charge.list',
      lazyRouteComponent(() => import('../pages/provider/charges-page.tsx'), 'ReceivedChargesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/evaluations',
    validateSearch: conditions('only'),
    loader: () => loadTexts('use'),
    component: guarded(
      'booking.use.list',
      lazyRouteComponent(() => import('../pages/provider/evaluations-page.tsx'), 'EvaluationsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/uses',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('use'),
    component: guarded(
      'booking.use.list',
      lazyRouteComponent(() => import('../pages/provider/uses-page.tsx'), 'UsesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/uses/sheets',
    validateSearch: conditions('resource'),
    loader: () => loadTexts('use'),
    component: guarded(
      'booking.use.list',
      lazyRouteComponent(() => import('../pages/provider/use-sheets-page.tsx'), 'UseSheetsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/assessment/statements',
    validateSearch: conditions('resource', 'year'),
    loader: () => loadTexts('assessment'),
    component: guarded(
      'booking.assessment.read',
      lazyRouteComponent(() => import('../pages/provider/assessment-statements-page.tsx'), 'AssessmentStatementsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/assessment',
    validateSearch: conditions('from', 'to', 'scope'),
    loader: () => loadTexts('assessment'),
    component: guarded(
      'booking.assessment.read',
      lazyRouteComponent(() => import('../pages/provider/assessment-page.tsx'), 'AssessmentPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/assessment/uses',
    validateSearch: conditions('resource', 'from', 'to', 'part'),
    loader: () => loadTexts('assessment'),
    component: guarded(
      'booking.assessment.read',
      lazyRouteComponent(() => import('../pages/provider/assessment-uses-page.tsx'), 'AssessmentUsesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/facts',
    validateSearch: conditions('period', 'fact', 'show'),
    loader: () => loadTexts('scoring-facts'),
    component: guarded(
      'scoring.fact.read',
      lazyRouteComponent(() => import('../pages/scoring-facts/data-page.tsx'), 'DataPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/facts/imports',
    validateSearch: conditions('content'),
    loader: () => loadTexts('scoring-facts'),
    component: guarded(
      'scoring.fact.read',
      lazyRouteComponent(() => import('../pages/scoring-facts/imports-page.tsx'), 'ImportsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/facts/imports/$id',
    loader: () => loadTexts('scoring-facts'),
    component: guarded(
      'scoring.fact.read',
      lazyRouteComponent(() => import('../pages/scoring-facts/import-page.tsx'), 'FactImportPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/facts/enterprises',
    validateSearch: conditions('q'),
    loader: () => loadTexts('scoring-facts'),
    component: guarded(
      'scoring.fact.read',
      lazyRouteComponent(() => import('../pages/scoring-facts/enterprises-page.tsx'), 'EnterprisesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/facts/enterprises/$id',
    loader: () => loadTexts('scoring-facts'),
    component: guarded(
      'scoring.fact.read',
      lazyRouteComponent(() => import('../pages/scoring-facts/enterprise-page.tsx'), 'EnterprisePage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/facts/conflicts',
    validateSearch: conditions('fact', 'show', 'least'),
    loader: () => loadTexts('scoring-facts'),
    component: guarded(
      'scoring.fact.read',
      lazyRouteComponent(() => import('../pages/scoring-facts/conflicts-page.tsx'), 'ConflictsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/facts/reports',
    loader: () => loadTexts('scoring-facts'),
    component: guarded(
      'scoring.fact.read',
      lazyRouteComponent(() => import('../pages/scoring-facts/reports-page.tsx'), 'FactReportsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/facts/suppliers',
    loader: () => loadTexts('scoring-facts'),
    component: guarded(
      'scoring.fact.read',
      lazyRouteComponent(() => import('../pages/scoring-facts/suppliers-page.tsx'), 'SuppliersPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/facts/definitions',
    loader: () => loadTexts('scoring-facts'),
    component: guarded(
      'scoring.definition.read',
      lazyRouteComponent(() => import('../pages/scoring-facts/definitions-page.tsx'), 'DefinitionsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/facts/definitions/$code',
    loader: () => loadTexts('scoring-facts'),
    component: guarded(
      'scoring.definition.read',
      lazyRouteComponent(() => import('../pages/scoring-facts/definition-page.tsx'), 'DefinitionPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/facts/events',
    validateSearch: conditions('code', 'state', 'expired', 'q'),
    loader: () => loadTexts('scoring-facts'),
    component: guarded(
      'scoring.fact.read',
      lazyRouteComponent(() => import('../pages/scoring-facts/events-page.tsx'), 'EventsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/facts',
    loader: () => loadTexts('scoring-facts'),
    component: guarded(
      'scoring.own_fact.state',
      lazyRouteComponent(() => import('../pages/scoring-facts/own-facts-page.tsx'), 'OwnFactsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/lists',
    loader: () => loadTexts('scoring-lists'),
    component: guarded(
      'scoring.list.read',
      lazyRouteComponent(() => import('../pages/scoring-lists/lists-page.tsx'), 'ListsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/lists/new',
    loader: () => loadTexts('scoring-lists'),
    component: guarded(
      'scoring.list.edit',
      lazyRouteComponent(() => import('../pages/scoring-lists/draft-page.tsx'), 'DraftPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/lists/$id',
    loader: () => loadTexts('scoring-lists'),
    component: guarded(
      'scoring.list.read',
      lazyRouteComponent(() => import('../pages/scoring-lists/list-page.tsx'), 'ListPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/lists/$id/edit',
    loader: () => loadTexts('scoring-lists'),
    component: guarded(
      'scoring.list.edit',
      lazyRouteComponent(() => import('../pages/scoring-lists/draft-page.tsx'), 'DraftPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/scoring/runs',
    loader: () => loadTexts('scoring-lists'),
    component: guarded(
      'scoring.run.read',
      lazyRouteComponent(() => import('../pages/scoring-lists/runs-page.tsx'), 'RunsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/scoring/runs/$id',
    loader: () => loadTexts('scoring-lists'),
    component: guarded(
      'scoring.run.read',
      lazyRouteComponent(() => import('../pages/scoring-lists/run-page.tsx'), 'RunPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/scoring/models',
    loader: () => loadTexts('scoring-lists'),
    component: guarded(
      'scoring.model.read',
      lazyRouteComponent(() => import('../pages/scoring-lists/models-page.tsx'), 'ModelsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/scoring/models/$id',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('scoring-lists'),
    component: guarded(
      'scoring.model.read',
      lazyRouteComponent(() => import('../pages/scoring-lists/model-page.tsx'), 'ModelPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/objections/$id',
    loader: () => loadTexts('scoring-lists'),
    component: guarded(
      'scoring.objection.read_own',
      lazyRouteComponent(() => import('../pages/scoring-lists/own-objection-page.tsx'), 'OwnObjectionPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/assessment',
    validateSearch: conditions('from', 'to', 'scope', 'tab'),
    loader: () => loadTexts('assessment'),
    component: guarded(
      'booking.district_assessment.read',
      lazyRouteComponent(() => import('../pages/operator/assessment-page.tsx'), 'DistrictAssessmentPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/qualifications',
    validateSearch: conditions('tab', 'q', 'resource', 'state'),
    loader: () => loadTexts('qualification'),
    component: guarded(
      'booking.qualification.list',
      lazyRouteComponent(() => import('../pages/provider/qualifications-page.tsx'), 'QualificationsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/trainings',
    validateSearch: conditions('when'),
    loader: () => loadTexts('qualification'),
    component: guarded(
      'booking.training.record',
      lazyRouteComponent(() => import('../pages/provider/trainings-page.tsx'), 'ProviderTrainingsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/trainings/new',
    loader: () => loadTexts('qualification'),
    component: guarded(
      'booking.training.plan',
      lazyRouteComponent(() => import('../pages/provider/training-form-page.tsx'), 'TrainingFormPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/trainings/$id',
    loader: () => loadTexts('qualification'),
    component: guarded(
      'booking.training.record',
      lazyRouteComponent(() => import('../pages/provider/training-page.tsx'), 'ProviderTrainingPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/tests/$id',
    loader: () => loadTexts('qualification'),
    component: guarded(
      'booking.test.edit',
      lazyRouteComponent(() => import('../pages/provider/test-editor-page.tsx'), 'TestEditorPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/trainings',
    validateSearch: conditions('show', 'resource'),
    loader: () => loadTexts('qualification'),
    component: guarded(
      'booking.training.read',
      lazyRouteComponent(() => import('../pages/enterprise/trainings-page.tsx'), 'TrainingsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/trainings/$id',
    loader: () => loadTexts('qualification'),
    component: guarded(
      'booking.training.read',
      lazyRouteComponent(() => import('../pages/enterprise/training-page.tsx'), 'TrainingPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/tests/$id',
    loader: () => loadTexts('qualification'),
    component: guarded(
      'booking.test.take',
      lazyRouteComponent(() => import('../pages/enterprise/test-page.tsx'), 'TestPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/resources',
    validateSearch: conditions('kind', 'status', 'work', 'q'),
    loader: () => loadTexts('editor'),
    component: guarded(
      'catalog.resource.list_own',
      lazyRouteComponent(() => import('../pages/provider/resources-page.tsx'), 'ResourcesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/resources/$id/edit',
    validateSearch: conditions('tab', 'version'),
    loader: () => loadTexts('editor', 'calendar', 'bookings', 'plans', 'samples'),
    component: guarded(
      'catalog.resource.list_own',
      lazyRouteComponent(() => import('../pages/provider/resource-editor-page.tsx'), 'ResourceEditorPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/services/$id/form',
    loader: () => loadTexts('order-form-editor', 'order-forms'),
    component: guarded(
      'orders.form.edit',
      lazyRouteComponent(() => import('../pages/provider/service-form-page.tsx'), 'ServiceFormPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/sites',
    loader: () => loadTexts('editor'),
    component: guarded(
      'catalog.resource.list_own',
      lazyRouteComponent(() => import('../pages/provider/sites-page.tsx'), 'SitesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/import',
    loader: () => loadTexts('imports'),
    component: guarded(
      'catalog.import.run',
      lazyRouteComponent(() => import('../pages/provider/imports-page.tsx'), 'ImportsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/import/$id',
    validateSearch: conditions('show'),
    loader: () => loadTexts('imports'),
    component: guarded(
      'catalog.import.run',
      lazyRouteComponent(() => import('../pages/provider/import-page.tsx'), 'ImportPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/p/members',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('members', 'people'),
    component: lazyRouteComponent(() => import('../pages/enterprise/members-page.tsx'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/p/consents',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('members', 'people'),
    component: lazyRouteComponent(() => import('../pages/enterprise/consents-page.tsx'), 'ConsentsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/p/organisation',
    loader: () => loadTexts('members', 'people', 'signin', 'editor'),
    component: lazyRouteComponent(() => import('../pages/provider/provider-profile-page.tsx'), 'ProviderProfilePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/o',
    loader: () => loadTexts('bench', 'operations', 'people'),
    component: lazyRouteComponent(() => import('../pages/operator/bench-page.tsx'), 'OperatorBenchPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/o/organisations',
    validateSearch: conditions('status', 'kind', 'q', 'id'),
    loader: () => loadTexts('operations', 'people'),
    component: guarded(
      'people.organisation.list',
      lazyRouteComponent(() => import('../pages/operator/organisations-page.tsx'), 'OrganisationsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/resources',
    loader: () => loadTexts('operations', 'editor'),
    component: guarded(
      'catalog.resource.review',
      lazyRouteComponent(() => import('../pages/operator/reviews-page.tsx'), 'ReviewsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/resources/$id',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('operations', 'editor'),
    component: guarded(
      'catalog.resource.review',
      lazyRouteComponent(() => import('../pages/operator/review-page.tsx'), 'ReviewPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/data',
    validateSearch: conditions('tab', 'q', 'status', 'part'),
    loader: () => loadTexts('operations', 'imports', 'editor'),
    component: guarded(
      'catalog.import.run',
      lazyRouteComponent(() => import('../pages/operator/data-page.tsx'), 'DataPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/data/imports/$id',
    validateSearch: conditions('show'),
    loader: () => loadTexts('imports'),
    component: guarded(
      'catalog.import.run',
      lazyRouteComponent(() => import('../pages/provider/import-page.tsx'), 'ImportPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/search-misses',
    validateSearch: conditions('days'),
    loader: () => loadTexts('operations'),
    component: guarded(
      'catalog.search_miss.list',
      lazyRouteComponent(() => import('../pages/operator/search-misses-page.tsx'), 'SearchMissesPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/downtime',
    validateSearch: conditions('days'),
    loader: () => loadTexts('outages'),
    component: guarded(
      'booking.downtime.read',
      lazyRouteComponent(() => import('../pages/operator/downtime-page.tsx'), 'DowntimePage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/jobs',
    validateSearch: conditions('state', 'name'),
    loader: () => loadTexts('operations'),
    component: guarded(
      'operations.job.list',
      lazyRouteComponent(() => import('../pages/operator/jobs-page.tsx'), 'JobsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/mail',
    validateSearch: conditions('q', 'id'),
    loader: () => loadTexts('operations'),
    component: guarded(
      'operations.mail.list',
      lazyRouteComponent(() => import('../pages/operator/mail-page.tsx'), 'MailPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/audit',
    validateSearch: conditions('action', 'subjectType', 'subjectId', 'person', 'from', 'to'),
    loader: () => loadTexts('operations'),
    component: guarded(
      'operations.audit.list',
      lazyRouteComponent(() => import('../pages/operator/audit-page.tsx'), 'AuditPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/people',
    validateSearch: conditions('q'),
    loader: () => loadTexts('operations', 'people'),
    component: guarded(
      'people.person.list',
      lazyRouteComponent(() => import('../pages/operator/people-page.tsx'), 'PeoplePage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/members',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('members', 'people'),
    component: lazyRouteComponent(() => import('../pages/enterprise/members-page.tsx'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/o/organisation',
    loader: () => loadTexts('members', 'people', 'signin'),
    component: lazyRouteComponent(() => import('../pages/enterprise/organisation-page.tsx'), 'OrganisationPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/b/members',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('members', 'people'),
    component: lazyRouteComponent(() => import('../pages/enterprise/members-page.tsx'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/b/consents',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('members', 'people'),
    component: lazyRouteComponent(() => import('../pages/enterprise/consents-page.tsx'), 'ConsentsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/b/organisation',
    loader: () => loadTexts('members', 'people', 'signin'),
    component: lazyRouteComponent(() => import('../pages/enterprise/organisation-page.tsx'), 'OrganisationPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/b/points',
    validateSearch: conditions('q'),
    loader: () => loadTexts('scoring-applications'),
    component: guarded(
      'scoring.credit.read',
      lazyRouteComponent(() => import('../pages/scoring-applications/bank-points-page.tsx'), 'BankPointsPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/b/points/$enterpriseId',
    loader: () => loadTexts('scoring-applications'),
    component: guarded(
      'scoring.credit.read',
      lazyRouteComponent(() => import('../pages/scoring-applications/bank-enterprise-page.tsx'), 'BankEnterprisePage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/cultivation',
    validateSearch: conditions('next', 'list', 'q'),
    loader: () => loadTexts('scoring-applications'),
    component: guarded(
      'scoring.cultivation.read',
      lazyRouteComponent(() => import('../pages/scoring-applications/cultivation-page.tsx'), 'CultivationPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/cultivation/$enterpriseId',
    loader: () => loadTexts('scoring-applications'),
    component: guarded(
      'scoring.cultivation.read',
      lazyRouteComponent(() => import('../pages/scoring-applications/cultivation-file-page.tsx'), 'CultivationFilePage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/points/ladder',
    loader: () => loadTexts('scoring-applications'),
    component: guarded(
      'scoring.ladder.read',
      lazyRouteComponent(() => import('../pages/scoring-applications/own-ladder-page.tsx'), 'OwnLadderPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/o/evaluation',
    validateSearch: conditions('tab', 'clause', 'outcome', 'start', 'scale', 'match'),
    loader: () => loadTexts('scoring-applications'),
    component: guarded(
      'scoring.evaluation.read',
      lazyRouteComponent(() => import('../pages/scoring-applications/evaluation-page.tsx'), 'EvaluationPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/talent',
    validateSearch: conditions('q', 'state', 'answered'),
    loader: () => loadTexts('scoring-applications'),
    component: guarded(
      'scoring.talent_desk.read',
      lazyRouteComponent(() => import('../pages/scoring-applications/talent-desk-page.tsx'), 'TalentDeskPage'),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/e/talent',
    loader: () => loadTexts('scoring-applications'),
    component: guarded(
      'scoring.talent_need.read',
      lazyRouteComponent(() => import('../pages/scoring-applications/talent-page.tsx'), 'TalentPage'),
    ),
  }),
] as const
