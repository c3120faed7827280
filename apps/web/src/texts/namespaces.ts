import type account from './zh/account.json'
import type assessment from './zh/assessment.json'
import type bench from './zh/bench.json'
import type bookings from './zh/bookings.json'
import type calendar from './zh/calendar.json'
import type common from './zh/common.json'
import type compare from './zh/compare.json'
import type editor from './zh/editor.json'
import type feeds from './zh/feeds.json'
import type home from './zh/home.json'
import type imports from './zh/imports.json'
import type members from './zh/members.json'
import type notices from './zh/notices.json'
import type operations from './zh/operations.json'
import type orderAgreement from './zh/order-agreement.json'
import type orderBatches from './zh/order-batches.json'
import type orderEarliest from './zh/order-earliest.json'
import type orderEnquiries from './zh/order-enquiries.json'
import type orderFormEditor from './zh/order-form-editor.json'
import type orderForms from './zh/order-forms.json'
import type orderImports from './zh/order-imports.json'
import type orderMoney from './zh/order-money.json'
import type orderReports from './zh/order-reports.json'
import type orderSamples from './zh/order-samples.json'
import type orderSignals from './zh/order-signals.json'
import type orderSpending from './zh/order-spending.json'
import type orderStudies from './zh/order-studies.json'
import type orderThreads from './zh/order-threads.json'
import type orderVouchers from './zh/order-vouchers.json'
import type orderWizard from './zh/order-wizard.json'
import type orderWork from './zh/order-work.json'
import type orderDisputes from './zh/orderDisputes.json'
import type orders from './zh/orders.json'
import type outages from './zh/outages.json'
import type people from './zh/people.json'
import type plans from './zh/plans.json'
import type points from './zh/points.json'
import type prices from './zh/prices.json'
import type provider from './zh/provider.json'
import type qualification from './zh/qualification.json'
import type resource from './zh/resource.json'
import type samples from './zh/samples.json'
import type scoringApplications from './zh/scoring-applications.json'
import type scoringFacts from './zh/scoring-facts.json'
import type scoringLists from './zh/scoring-lists.json'
import type search from './zh/search.json'
import type signin from './zh/signin.json'
import type standard from './zh/standard.json'
import type standing from './zh/standing.json'
import type use from './zh/use.json'
import type verify from './zh/verify.json'
import type webhooks from './zh/webhooks.json'
import type workspace from './zh/workspace.json'

/** Every catalogue of texts: one file per language and page group. A key that is not in the Chinese file does not compile. */
export type Texts = {
  common: typeof common
  account: typeof account
  assessment: typeof assessment
  home: typeof home
  search: typeof search
  compare: typeof compare
  resource: typeof resource
  provider: typeof provider
  standard: typeof standard
  workspace: typeof workspace
  signin: typeof signin
  people: typeof people
  operations: typeof operations
  orderDisputes: typeof orderDisputes
  orders: typeof orders
  'order-enquiries': typeof orderEnquiries
  'order-threads': typeof orderThreads
  'order-agreement': typeof orderAgreement
  'order-imports': typeof orderImports
  'order-signals': typeof orderSignals
  'order-spending': typeof orderSpending
  'order-earliest': typeof orderEarliest
  'order-form-editor': typeof orderFormEditor
  'order-forms': typeof orderForms
  'order-vouchers': typeof orderVouchers
  'order-wizard': typeof orderWizard
  'order-batches': typeof orderBatches
  'order-studies': typeof orderStudies
  'order-work': typeof orderWork
  outages: typeof outages
  'order-reports': typeof orderReports
  'order-money': typeof orderMoney
  'order-samples': typeof orderSamples
  members: typeof members
  imports: typeof imports
  editor: typeof editor
  calendar: typeof calendar
  points: typeof points
  plans: typeof plans
  prices: typeof prices
  qualification: typeof qualification
  bookings: typeof bookings
  samples: typeof samples
  standing: typeof standing
  bench: typeof bench
  feeds: typeof feeds
  notices: typeof notices
  verify: typeof verify
  webhooks: typeof webhooks
  'scoring-applications': typeof scoringApplications
  'scoring-facts': typeof scoringFacts
  'scoring-lists': typeof scoringLists
  use: typeof use
}

export type Namespace = keyof Texts

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Texts
    returnNull: false
  }
}
