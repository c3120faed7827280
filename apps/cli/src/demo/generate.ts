import { isLocalDate, type LocalDate } from '@jiju/kernel/local-date'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { acceptedCharges } from './accepted-charges.ts'
import { generateAssessment } from './assessment.ts'
import { generateCatalog, INSTRUMENT_COUNT } from './catalog.ts'
import { type Context, contextOf, type Row } from './context.ts'
import { generateHistory } from './history.ts'
import { generateMoves } from './moves.ts'
import { generateAgreements } from './order-agreements.ts'
import { generateBatches } from './order-batches.ts'
import { generateEnquiries } from './order-enquiries.ts'
import { generateForms } from './order-forms.ts'
import { generateOrderMoney } from './order-money.ts'
import { generateReports } from './order-reports.ts'
import { generateOrderSamples } from './order-samples.ts'
import { generateStudies } from './order-studies.ts'
import { generateVouchers } from './order-vouchers.ts'
import { generateOrderWork } from './order-work.ts'
import { generateOrders } from './orders.ts'
import { generateOutages } from './outages.ts'
import { generatePeople } from './people.ts'
import type { Picture } from './picture.ts'
import { generatePlans } from './plans.ts'
import { generateQualifications } from './qualifications.ts'
import { DISTRICT, ENTERPRISES, PERSONS, PROVIDERS, SERVICES, ZONE } from './reference.ts'
import { generateRequests } from './requests.ts'
import { generateReservations } from './reservations.ts'
import { generateSamples } from './samples.ts'
import { generateScoring } from './scoring.ts'
import { generateApplications } from './scoring-applications.ts'
import { generateUses } from './uses.ts'
import { generateYear } from './year.ts'

type DemoOptions = {
  /** A whole number; the same seed and day give the same district. */
  readonly seed?: number
  /** The day that counts as today; bookings lie around it. */
  readonly referenceDay?: LocalDate
  /** Until when bookings have been used, and from when limits run; the first minute of the reference day when absent. */
  readonly until?: Date
  /** A small one for tests: 5 providers, 40 instruments, 10 services, 6 enterprises, six weeks of bookings. */
  readonly isSmall?: boolean
}

export type DemoDistrict = {
  readonly seed: number
  readonly referenceDay: LocalDate
  readonly nameZh: string
  readonly nameEn: string
  readonly password: string
  /** Contents of the files that rows name. */
  readonly files: readonly Picture[]
  /** In the order in which they can be loaded. */
  readonly tables: readonly { readonly name: string; readonly rows: readonly Row[] }[]
}

export const DEFAULT_SEED = 20_261_121

const SMALL_PROVIDERS = new Set(['sjut', 'pjmd', 'hualan', 'chengwan', 'luzhou'])
const SMALL_SERVICES = new Set(['E01', 'E02', 'B02', 'B11', 'B17', 'P08', 'P09', 'M02', 'M05', 'B22'])
const FULL = { pastDays: 365, futureDays: 28, instruments: INSTRUMENT_COUNT, orders: 220, scored: 4227 }
const SMALL = { pastDays: 28, futureDays: 14, instruments: 40, orders: 20, scored: 200 }

/** The whole demo district as rows: a pure function of seed and reference day. */
export function generateDemo(options: DemoOptions = {}): DemoDistrict {
  const { seed = DEFAULT_SEED, referenceDay = localDayOf(new Date(), ZONE), isSmall = false } = options
  if (!Number.isSafeInteger(seed)) throw new RangeError('the seed must be a whole number')
  if (!isLocalDate(referenceDay)) throw new RangeError('the reference day must be a day such as 2026-11-21')
  const size = isSmall ? SMALL : FULL
  const context = contextOf(seed, referenceDay)
  const providers = isSmall ? PROVIDERS.filter(({ key }) => SMALL_PROVIDERS.has(key)) : PROVIDERS
  const services = isSmall ? SERVICES.filter(({ key }) => SMALL_SERVICES.has(key)) : SERVICES
  const enterprises = isSmall ? ENTERPRISES.slice(0, 6) : ENTERPRISES

  const people = generatePeople(context, { providers, enterprises })
  const catalog = generateCatalog(context, { providers, services, people, maxInstruments: size.instruments })
  const { rows } = catalog
  const held = generateReservations(context, { bookable: catalog.bookable, people, period: size })
  const cast = {
    providerId: organisationOf(context, 'manager'),
    managerId: context.id('person|manager'),
    staffId: context.id('person|staff'),
    engineerId: context.id('person|engineer'),
    enterpriseId: organisationOf(context, 'engineer'),
  }
  const outages = generateOutages(context, { reservations: held, calendars: rows.calendar, cast })
  const requests = generateRequests(context, {
    reservations: outages.reservations,
    calendars: outages.calendars,
    nameOf: new Map(rows.resource.map((row) => [String(row.id), String(row.name_zh)])),
    cast,
    until: options.until ?? context.now,
  })
  const uses = generateUses(context, {
    reservations: requests.reservations,
    bookable: catalog.bookable,
    members: people.members,
    cast,
    until: options.until ?? context.now,
  })
  const plans = generatePlans(context, {
    reservations: uses.reservations,
    calendars: requests.calendars,
    bookable: catalog.bookable,
    organisations: people.organisations,
    cast,
    until: options.until ?? context.now,
  })
  const assessment = generateAssessment(context, cast)
  const qualifications = generateQualifications(context, {
    reservations: plans.reservations,
    calendars: requests.calendars,
    nameOf: new Map(rows.resource.map((row) => [String(row.id), String(row.name_zh)])),
    customers: enterpriseMembers(people.rows.membership, people.rows.organisation),
    cast,
  })
  const year = generateYear(context, {
    reservations: plans.reservations,
    noShows: requests.noShows,
    trainings: qualifications.trainings,
    enrolments: qualifications.enrolments,
    evaluations: uses.evaluation,
    nameOf: new Map(rows.resource.map((row) => [String(row.id), String(row.name_zh)])),
    cast,
    providerName: String(people.rows.organisation.find(({ id }) => id === cast.providerId)?.name ?? ''),
  })
  const moves = generateMoves(context, {
    reservations: year.reservations,
    calendars: requests.calendars,
    cast,
    until: options.until ?? context.now,
  })
  const { reservations } = moves
  const samples = generateSamples(context, {
    ...cast,
    resources: rows.resource,
    sites: rows.site,
    prices: rows.resource_price,
    customers: enterpriseMembers(people.rows.membership, people.rows.organisation),
  })
  const orders = generateOrders(context, {
    resources: rows.resource,
    prices: rows.resource_price,
    members: people.members,
    customers: enterpriseMembers(people.rows.membership, people.rows.organisation),
    cast,
    count: size.orders,
  })
  const organisationNames = new Map(people.rows.organisation.map((row) => [String(row.id), String(row.name)]))
  const reports = generateReports(context, {
    orders: orders.list,
    items: orders.items,
    members: people.members,
    nameOf: (id) => organisationNames.get(id) ?? '',
    cast,
  })
  const orderSamples = generateOrderSamples(context, { orders: orders.list, members: people.members })
  const work = generateOrderWork(context, { orders: orders.list, items: orders.items, resources: rows.resource, members: people.members })
  const studies = generateStudies(context, { orders: orders.list, members: people.members })
  const batches = generateBatches(context, { orders: orders.list, tasks: work.tasks, members: people.members })
  const enquiries = generateEnquiries(context, { orders, resources: rows.resource, members: people.members, cast })
  const agreements = generateAgreements(context, { orders: orders.list, members: people.members, cast })
  const vouchers = generateVouchers(context, {
    orders: orders.list,
    rows: enquiries.orders.orders,
    items: orders.items,
    organisations: people.rows.organisation,
    members: people.members,
    cast,
  })
  const money = generateOrderMoney(context, {
    orders: orders.list,
    organisations: people.rows.organisation,
    members: people.members,
    cast,
    vouchers: vouchers.shares,
    charges: acceptedCharges(context, {
      charges: uses.charge,
      answers: uses.charge_answer,
      reservations,
      nameOf: new Map(rows.resource.map((row) => [String(row.id), String(row.name_zh)])),
      cast,
    }),
  })
  const forms = generateForms(context, { resources: rows.resource, standards: rows.resource_standard, calendars: requests.calendars })
  const scoring = generateScoring(context, { organisations: people.rows.organisation, count: size.scored })
  const applications = generateApplications(context, {
    enterprises: scoring.enterprises,
    organisations: people.rows.organisation,
    members: people.members,
  })
  return {
    seed,
    referenceDay,
    ...DISTRICT,
    password: PERSONS.password,
    files: outages.pictures,
    tables: [
      { name: 'people.person', rows: people.rows.person },
      { name: 'people.organisation', rows: people.rows.organisation },
      { name: 'people.membership', rows: people.rows.membership },
      { name: 'people.consent', rows: people.rows.consent },
      { name: 'catalog.provider', rows: rows.provider },
      { name: 'catalog.site', rows: rows.site },
      { name: 'catalog.standard', rows: catalog.standards.rows.standard },
      { name: 'catalog.standard_succession', rows: catalog.standards.rows.succession },
      { name: 'catalog.standard_twin', rows: catalog.standards.rows.twin },
      { name: 'catalog.method', rows: rows.method },
      { name: 'catalog.resource', rows: rows.resource },
      { name: 'catalog.resource_version', rows: rows.resource_version },
      { name: 'catalog.resource_standard', rows: rows.resource_standard },
      { name: 'catalog.resource_method', rows: rows.resource_method },
      { name: 'catalog.resource_price', rows: rows.resource_price },
      { name: 'catalog.accreditation', rows: rows.accreditation },
      { name: 'catalog.accreditation_item', rows: rows.accreditation_item },
      { name: 'platform.file', rows: outages.files },
      { name: 'booking.calendar', rows: requests.calendars },
      { name: 'booking.outage', rows: outages.outages },
      { name: 'booking.outage_resource', rows: outages.outageResources },
      { name: 'booking.displacement', rows: outages.displacements },
      { name: 'booking.fault_report', rows: outages.faults },
      { name: 'booking.fault_photo', rows: outages.photos },
      { name: 'booking.calibration', rows: outages.calibrations },
      { name: 'booking.tariff', rows: rows.tariff },
      { name: 'booking.reservation_group', rows: plans.groups },
      { name: 'booking.companion_list', rows: plans.companions },
      { name: 'booking.reservation', rows: reservations },
      { name: 'booking.move_request', rows: moves.requests },
      { name: 'booking.waiting_wish', rows: plans.wishes },
      { name: 'booking.waiting_choice', rows: plans.choices },
      { name: 'booking.waiting_offer', rows: plans.offers },
      { name: 'booking.use_rules', rows: uses.use_rules },
      { name: 'booking.use_code', rows: uses.use_code },
      { name: 'booking.running_use', rows: uses.running_use },
      { name: 'booking.use_event', rows: uses.use_event },
      { name: 'booking.use_record', rows: uses.use_record },
      { name: 'booking.use_correction', rows: uses.use_correction },
      { name: 'booking.charge', rows: uses.charge },
      { name: 'booking.charge_answer', rows: uses.charge_answer },
      { name: 'booking.consumable', rows: uses.consumable },
      { name: 'booking.consumable_price', rows: uses.consumable_price },
      { name: 'booking.use_consumable', rows: uses.use_consumable },
      { name: 'booking.evaluation', rows: uses.evaluation },
      { name: 'booking.evaluation_reply', rows: year.replies },
      { name: 'booking.assessment_statement', rows: assessment.statements },
      { name: 'catalog.search_miss', rows: assessment.misses },
      { name: 'booking.qualification_rule', rows: qualifications.rules },
      { name: 'booking.qualification', rows: qualifications.qualifications },
      { name: 'booking.ground_loss', rows: qualifications.losses },
      { name: 'booking.test', rows: qualifications.tests },
      { name: 'booking.test_version', rows: qualifications.testVersions },
      { name: 'booking.training', rows: qualifications.trainings },
      { name: 'booking.training_resource', rows: qualifications.trainingResources },
      { name: 'booking.training_place', rows: qualifications.places },
      { name: 'booking.training_enrolment', rows: qualifications.enrolments },
      { name: 'booking.charge', rows: year.charges },
      { name: 'booking.no_show', rows: requests.noShows },
      { name: 'platform.notice', rows: year.notices },
      { name: 'platform.webhook', rows: year.webhooks },
      { name: 'booking.sample_queue', rows: samples.queues },
      { name: 'booking.sample_day', rows: samples.days },
      { name: 'booking.sample_submission', rows: samples.submissions },
      { name: 'booking.sample_place', rows: samples.places },
      { name: 'orders.service_form', rows: forms.forms },
      { name: 'orders.service_plan', rows: forms.plans },
      { name: 'orders.enquiry', rows: enquiries.enquiries },
      { name: 'orders.enquiry_item', rows: enquiries.items },
      { name: 'orders.enquiry_provider', rows: enquiries.asked },
      { name: 'orders.quote', rows: enquiries.quotes },
      { name: 'orders.quote_line', rows: enquiries.lines },
      { name: 'orders.service_order', rows: enquiries.orders.orders },
      { name: 'orders.order_item', rows: orders.items },
      { name: 'orders.order_step', rows: enquiries.orders.steps },
      { name: 'orders.thread', rows: enquiries.orders.threads },
      { name: 'orders.message', rows: enquiries.orders.messages },
      { name: 'orders.terms_version', rows: agreements.terms },
      { name: 'orders.agreement', rows: agreements.agreements },
      { name: 'orders.agreement_terms', rows: agreements.chosen },
      { name: 'orders.agreement_change', rows: agreements.changes },
      { name: 'orders.amendment', rows: agreements.amendments },
      { name: 'orders.spending_policy', rows: agreements.policies },
      { name: 'orders.spending_limit', rows: agreements.limits },
      { name: 'orders.approval_step', rows: agreements.steps },
      { name: 'orders.purchase_approval', rows: agreements.approvals },
      { name: 'orders.booking_bill', rows: money.bills },
      { name: 'orders.ledger_account', rows: money.accounts },
      { name: 'orders.ledger_transfer', rows: money.transfers },
      { name: 'orders.fee_rule', rows: money.fees },
      { name: 'orders.deposit_rule', rows: money.deposits },
      { name: 'orders.order_terms', rows: money.terms },
      { name: 'orders.settlement', rows: money.settlements },
      { name: 'orders.settlement_step', rows: money.steps },
      { name: 'orders.payment', rows: money.payments },
      { name: 'orders.outgoing', rows: money.outgoings },
      { name: 'orders.bank_statement', rows: money.statements },
      { name: 'orders.bank_line', rows: money.lines },
      { name: 'orders.money_profile', rows: money.profiles },
      { name: 'orders.invoice_request', rows: money.invoices },
      { name: 'orders.invoice_order', rows: money.invoiceOrders },
      { name: 'orders.voucher_programme', rows: vouchers.programmes },
      { name: 'orders.voucher_rule', rows: vouchers.rules },
      { name: 'orders.voucher_provider', rows: vouchers.listings },
      { name: 'orders.voucher_applicant', rows: vouchers.applicants },
      { name: 'orders.related_party', rows: vouchers.related },
      { name: 'orders.voucher_quota', rows: vouchers.quotas },
      { name: 'orders.voucher', rows: vouchers.vouchers },
      { name: 'orders.voucher_claim', rows: vouchers.claims },
      { name: 'orders.voucher_claim_step', rows: vouchers.claimSteps },
      { name: 'orders.voucher_sample', rows: vouchers.samples },
      { name: 'orders.voucher_sample_item', rows: vouchers.sampleItems },
      { name: 'orders.storage_place', rows: orderSamples.places },
      { name: 'orders.parcel', rows: orderSamples.parcels },
      { name: 'orders.sample', rows: orderSamples.samples },
      { name: 'orders.sample_item', rows: orderSamples.items },
      { name: 'orders.custody_event', rows: orderSamples.events },
      { name: 'orders.custody_period', rows: orderSamples.periods },
      { name: 'orders.sample_handover', rows: orderSamples.handovers },
      { name: 'orders.sample_destruction', rows: orderSamples.destructions },
      { name: 'orders.deviation', rows: orderSamples.deviations },
      { name: 'orders.task', rows: work.tasks },
      { name: 'orders.task_step', rows: work.steps },
      { name: 'orders.task_plan', rows: work.plans },
      { name: 'orders.result', rows: work.results },
      { name: 'orders.result_entry', rows: work.entries },
      { name: 'orders.task_instrument', rows: work.instruments },
      { name: 'orders.investigation', rows: work.investigations },
      { name: 'orders.study', rows: studies.studies },
      { name: 'orders.study_plan', rows: studies.plans },
      { name: 'orders.study_phase', rows: studies.phases },
      { name: 'orders.study_deviation', rows: studies.deviations },
      { name: 'orders.inspection', rows: studies.inspections },
      { name: 'orders.study_step', rows: studies.steps },
      { name: 'orders.recipe', rows: studies.recipes },
      { name: 'orders.recipe_version', rows: studies.recipeVersions },
      { name: 'orders.recipe', rows: batches.recipes },
      { name: 'orders.recipe_version', rows: batches.recipeVersions },
      { name: 'orders.batch', rows: batches.batches },
      { name: 'orders.batch_step', rows: batches.steps },
      { name: 'orders.access_grant', rows: batches.grants },
      { name: 'orders.report_numbering', rows: reports.numberings },
      { name: 'orders.report_template', rows: reports.templates },
      { name: 'orders.report_template_version', rows: reports.versions },
      { name: 'orders.report', rows: reports.reports },
      { name: 'orders.dispute', rows: orders.disputes },
      { name: 'orders.dispute_evidence', rows: orders.evidence },
      { name: 'orders.evaluation', rows: orders.evaluations },
      ...scoring.tables,
      ...applications,
      { name: 'platform.audit_entry', rows: generateHistory(context, reservations, cast.enterpriseId) },
    ],
  }
}

/** Each enterprise with one of its persons. */
function enterpriseMembers(memberships: readonly Row[], organisations: readonly Row[]): { organisationId: string; personId: string }[] {
  return organisations
    .filter((row) => row.kind === 'enterprise' && row.status === 'verified')
    .flatMap(({ id }) => {
      const member = memberships.find((row) => row.organisation_id === id)
      return member ? [{ organisationId: String(id), personId: String(member.person_id) }] : []
    })
}

/** The organisation of one of the accounts with which people look around. */
function organisationOf(context: Context, account: string): string {
  return context.id(`organisation|${PERSONS.accounts.find((known) => known.account === account)?.organisation}`)
}
