/** The five kinds of organisation and the roles that a member can hold in each. */
export const ROLES_BY_KIND = {
  enterprise: ['owner', 'engineer', 'purchaser', 'approver', 'finance', 'policy_clerk', 'project_lead', 'integrator'],
  provider: ['owner', 'lab_manager', 'lab_staff', 'approver', 'finance', 'integrator'],
  bank: ['owner', 'officer'],
  government: ['owner', 'officer'],
  operator: ['administrator', 'operator', 'data_officer', 'points_officer', 'policy_officer'],
} as const

export type OrganisationKind = keyof typeof ROLES_BY_KIND
export type Role = { [Kind in OrganisationKind]: `${Kind}:${(typeof ROLES_BY_KIND)[Kind][number]}` }[OrganisationKind]

/** The role that runs an organisation: it invites, decides and edits, and its last holder can neither leave nor lose it. */
export const LEADING_ROLE = {
  enterprise: 'enterprise:owner',
  provider: 'provider:owner',
  bank: 'bank:owner',
  government: 'government:owner',
  operator: 'operator:administrator',
} as const satisfies Record<OrganisationKind, Role>

const LEADERS = ['enterprise:owner', 'provider:owner', 'bank:owner', 'government:owner', 'operator:administrator'] as const

/** `anyone`: no sign-in. `signed_in`: any person. `member`: any member of a verified organisation. Otherwise one of the roles, in the active organisation. */
export type AccessRule = 'anyone' | 'signed_in' | 'member' | readonly Role[]

/** Whoever may take machine time: the people of an enterprise who plan and buy, the staff of a provider. */
const BOOKERS = [
  'enterprise:owner',
  'enterprise:engineer',
  'enterprise:purchaser',
  'enterprise:project_lead',
  'provider:owner',
  'provider:lab_manager',
  'provider:lab_staff',
] as const satisfies readonly Role[]

/** Whoever asks providers, orders from them and answers to their reports. */
const ORDERERS = [
  'enterprise:owner',
  'enterprise:engineer',
  'enterprise:purchaser',
  'enterprise:project_lead',
] as const satisfies readonly Role[]

/** Whoever a spending limit or a step of approval can name. */
const ENTERPRISE_PEOPLE = [...ORDERERS, 'enterprise:approver', 'enterprise:finance'] as const satisfies readonly Role[]

/** Whoever looks after the money of a provider. */
const EARNERS = ['provider:owner', 'provider:finance'] as const satisfies readonly Role[]

/** Whoever pays for what an organisation has used; providers use the instruments of others too. */
const PAYERS = ['enterprise:owner', 'enterprise:finance', 'enterprise:purchaser', ...EARNERS] as const satisfies readonly Role[]

/** Whoever binds a provider: quotes, takes orders, gives them up. */
const ORDER_TAKERS = ['provider:owner', 'provider:lab_manager'] as const satisfies readonly Role[]

/** Whoever accompanies enterprises on their way up. */
const CULTIVATORS = ['operator:points_officer', 'operator:policy_officer', 'operator:operator'] as const satisfies readonly Role[]

/** Whoever asks what public money went along with. */
const EVALUATORS = ['operator:points_officer', 'operator:policy_officer', 'operator:administrator'] as const satisfies readonly Role[]

/** The office of the district for vouchers: rules, lists of providers, claims and checks. */
const VOUCHER_OFFICE = ['operator:operator', 'operator:policy_officer', 'operator:administrator'] as const satisfies readonly Role[]

/** Whoever claims redeemed vouchers for a provider and brings the papers. */
const VOUCHER_CLAIMANTS = ['provider:owner', 'provider:lab_manager', 'provider:finance'] as const satisfies readonly Role[]

/** Whoever does the work of orders, plans it, or decides on its results. */
const ORDER_WORKERS = [...ORDER_TAKERS, 'provider:lab_staff', 'provider:approver'] as const satisfies readonly Role[]

/** Whoever keeps a provider's pages, resources and prices. */
const CATALOG_EDITORS = ['provider:owner', 'provider:lab_manager'] as const satisfies readonly Role[]

/** Whoever connects an organisation's own programs with the platform. */
const INTEGRATORS = [
  'enterprise:owner',
  'enterprise:integrator',
  'provider:owner',
  'provider:integrator',
  'government:owner',
] as const satisfies readonly Role[]

/** Whoever keeps the standards and vocabularies that all providers share. */
const CATALOG_STEWARDS = ['operator:data_officer', 'operator:administrator'] as const satisfies readonly Role[]

/**
 * The one table of who may do what. Every route names one of these keys; a route without one does not start.
 * That a thing belongs to the actor's organisation is checked where the thing is read: another tenant's id answers like an unknown one.
 */
export const ACCESS = {
  'operations.status.read': 'anyone',

  // operations: jobs, letters and the audit log
  'operations.job.list': ['operator:administrator', 'operator:operator'],
  'operations.job.retry': ['operator:administrator', 'operator:operator'],
  'operations.job.discard': ['operator:administrator'],
  'operations.mail.list': ['operator:administrator', 'operator:operator'],
  'operations.mail.read': ['operator:administrator', 'operator:operator'],
  'operations.audit.list': ['operator:administrator'],
  'operations.audit.verify': ['operator:administrator'],

  // notices: what oneself is told
  'notices.notice.list': 'signed_in',
  'notices.notice.read': 'signed_in',
  'notices.setting.edit': 'signed_in',

  // webhooks: what the programs of one's organisation are told
  'webhooks.webhook.list': INTEGRATORS,
  'webhooks.webhook.edit': INTEGRATORS,
  'webhooks.delivery.list': INTEGRATORS,
  'webhooks.delivery.send': INTEGRATORS,

  // people: signing in and one's own account
  'people.account.sign_up': 'anyone',
  'people.session.open': 'anyone',
  'people.session.close': 'anyone',
  'people.password.reset': 'anyone',
  'people.me.read': 'anyone',
  'people.me.edit': 'signed_in',
  'people.password.change': 'signed_in',
  'people.email.change': 'signed_in',
  'people.email.confirm': 'anyone',
  'people.second_factor.manage': 'signed_in',
  'people.session.list': 'signed_in',
  'people.session.revoke': 'signed_in',
  'people.active_organisation.choose': 'signed_in',
  'people.api_key.list': 'signed_in',
  'people.api_key.create': 'signed_in',
  'people.api_key.revoke': 'signed_in',
  // people: organisations and who belongs to them
  'people.organisation.register': 'signed_in',
  'people.organisation.search': 'signed_in',
  'people.organisation.read': 'signed_in',
  'people.organisation.edit': LEADERS,
  'people.second_factor_policy.manage': LEADERS,
  'people.join_request.place': 'signed_in',
  'people.join_request.list_own': 'signed_in',
  'people.join_request.withdraw': 'signed_in',
  'people.join_request.list': LEADERS,
  'people.join_request.decide': LEADERS,
  'people.invitation.preview': 'anyone',
  'people.invitation.accept': 'signed_in',
  'people.invitation.list': LEADERS,
  'people.invitation.issue': LEADERS,
  'people.invitation.revoke': LEADERS,
  'people.member.list': 'member',
  'people.member.change_roles': LEADERS,
  'people.member.remove': LEADERS,
  'people.membership.leave': 'member',
  // people: facts, consents, and the log of reads
  'people.fact.read': 'member',
  'people.fact.edit': LEADERS,
  'people.consent.list': 'member',
  'people.consent.grant': LEADERS,
  'people.consent.revoke': LEADERS,
  'people.fact_read.list': LEADERS,
  // people: the operator's desk
  'people.organisation.list': ['operator:administrator', 'operator:operator'],
  'people.organisation.review': ['operator:administrator', 'operator:operator'],
  'people.organisation.suspend': ['operator:administrator', 'operator:operator'],
  'people.person.list': ['operator:administrator'],
  'people.person.disable': ['operator:administrator'],

  'booking.calendar.read': 'anyone',
  'booking.calendar.edit': ['provider:owner', 'provider:lab_manager'],
  'booking.tariff.read': 'anyone',
  'booking.tariff.edit': ['provider:owner', 'provider:lab_manager'],
  'booking.price_list.read': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff', 'provider:approver', 'provider:finance'],
  'booking.slot.list': 'anyone',
  'booking.facts.read': 'anyone',
  'booking.quote.read': 'anyone',
  'booking.hold.place': BOOKERS,
  'booking.reservation.place': BOOKERS,
  'booking.reservation.change': BOOKERS,
  'booking.series.place': BOOKERS,
  'booking.bundle.place': BOOKERS,
  'booking.wish.place': BOOKERS,
  'booking.waiting_demand.list': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff'],
  'booking.companion.read': 'anyone',
  'booking.reservation.read': 'member',
  'booking.reservation.list': 'member',
  'booking.request.list': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff'],
  'booking.request.decide': ['provider:owner', 'provider:lab_manager'],
  'booking.sample.handle': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff'],
  'booking.no_show.record': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff'],
  'booking.no_show.list': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff', 'operator:operator', 'operator:administrator'],
  'booking.no_show.decide': ['provider:owner', 'provider:lab_manager', 'operator:operator', 'operator:administrator'],
  'booking.standing.read': 'member',
  'booking.own_feed.manage': 'signed_in',
  'booking.feed.read': 'anyone',
  'booking.door.read': 'anyone',
  'booking.staff_feed.manage': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff', 'provider:approver', 'provider:finance'],
  'booking.shared_address.manage': ['provider:owner', 'provider:lab_manager'],
  'booking.timeline.read': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff', 'provider:approver', 'provider:finance'],

  // booking: use, charges, evaluations
  'booking.use.read': 'member',
  'booking.use.record': BOOKERS,
  'booking.use.list': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff', 'provider:approver', 'provider:finance'],
  'booking.use.correct': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff'],
  'booking.use_rules.edit': ['provider:owner', 'provider:lab_manager'],
  'booking.meter.report': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff'],
  'booking.charge.answer': BOOKERS,
  'booking.charge.list': [...ORDERERS, 'enterprise:finance', 'provider:owner', 'provider:finance'],
  'booking.received_charge.list': ['provider:owner', 'provider:lab_manager', 'provider:finance'],
  'booking.charge.waive': ['provider:owner', 'provider:lab_manager'],
  'booking.consumable.edit': ['provider:owner', 'provider:lab_manager'],
  'booking.evaluation.give': BOOKERS,
  'booking.evaluation.reply': ['provider:owner', 'provider:lab_manager'],
  'booking.evaluation.read': 'anyone',

  // booking: assessment of open sharing
  'booking.assessment.read': [
    'provider:owner',
    'provider:lab_manager',
    'provider:lab_staff',
    'provider:approver',
    'provider:finance',
    'operator:operator',
    'operator:administrator',
  ],
  'booking.assessment.state': ['provider:owner', 'provider:lab_manager'],
  'booking.district_assessment.read': ['operator:operator', 'operator:administrator'],
  'booking.assessment_snapshot.renew': ['operator:operator', 'operator:administrator'],

  // booking: outages, faults and calibrations
  'booking.outage.list': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff', 'provider:approver'],
  'booking.outage.declare': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff'],
  'booking.downtime.read': ['operator:operator', 'operator:administrator'],
  'booking.fault.report': BOOKERS,
  'booking.fault.read': 'member',
  'booking.fault.decide': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff'],
  'booking.calibration.list': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff', 'provider:approver'],
  'booking.calibration.record': ['provider:owner', 'provider:lab_manager'],

  // booking: qualification, trainings, tests of knowledge, the passport
  'booking.own_qualification.read': 'anyone',
  'booking.qualification.list': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff'],
  'booking.qualification.grant': ['provider:owner', 'provider:lab_manager'],
  'booking.training.read': 'member',
  'booking.training.enrol': BOOKERS,
  'booking.training.plan': ['provider:owner', 'provider:lab_manager'],
  'booking.training.record': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff'],
  'booking.test.edit': ['provider:owner', 'provider:lab_manager'],
  'booking.test.take': 'member',
  'booking.passport.manage': 'signed_in',
  'booking.passport.recognise': ['provider:owner', 'provider:lab_manager'],

  // orders: from the question to the settled bill
  'orders.enquiry.place': ORDERERS,
  'orders.enquiry.list': 'member',
  'orders.enquiry.read': 'member',
  'orders.enquiry.list_received': [...ORDER_TAKERS, 'provider:lab_staff'],
  'orders.enquiry.answer': ORDER_TAKERS,
  'orders.quote.accept': ORDERERS,
  'orders.thread.read': 'member',
  'orders.thread.write': [...ORDERERS, ...ORDER_TAKERS, 'provider:lab_staff', 'operator:operator'],
  'orders.overdue_enquiry.list': ['operator:operator', 'operator:administrator'],
  'orders.overdue_enquiry.remind': ['operator:operator', 'operator:administrator'],
  'orders.order.place': ORDERERS,
  'orders.order.list': 'member',
  'orders.order.read': 'member',
  'orders.order.answer': ORDERERS,
  'orders.order.decide': ORDER_TAKERS,
  'orders.order.work': [...ORDER_TAKERS, 'provider:lab_staff'],
  'orders.order_money.read': 'member',
  'orders.order_money.pay': PAYERS,
  'orders.metered.record': [...ORDER_TAKERS, 'provider:lab_staff'],
  'orders.credit_note.issue': EARNERS,
  'orders.ledger.read': PAYERS,
  'orders.ledger.oversee': ['operator:operator', 'operator:administrator'],
  'orders.income.list': EARNERS,
  'orders.payment.begin': PAYERS,
  'orders.payment.list': PAYERS,
  'orders.payment.notify': 'anyone',
  'orders.sandbox_payment.pay': 'signed_in',
  'orders.refund.ask': ['enterprise:owner', 'enterprise:finance', ...EARNERS],
  'orders.payout.ask': EARNERS,
  'orders.outgoing.list': [...PAYERS, 'operator:operator', 'operator:administrator'],
  'orders.outgoing.decide': ['operator:operator', 'operator:administrator'],
  'orders.invoice.ask': PAYERS,
  'orders.invoice.list': PAYERS,
  'orders.invoice.issue': EARNERS,
  'orders.bank.import': ['operator:operator', 'operator:administrator'],
  'orders.bank.list': ['operator:operator', 'operator:administrator'],
  'orders.bank.decide': ['operator:operator', 'operator:administrator'],
  'orders.deposit_rule.edit': [...EARNERS, 'provider:lab_manager'],
  'orders.fee_rule.list': [...EARNERS, 'operator:operator', 'operator:administrator'],
  'orders.fee_rule.add': ['operator:administrator'],
  'orders.report.list': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff', 'provider:approver'],
  'orders.report.prepare': [...ORDER_TAKERS, 'provider:lab_staff'],
  'orders.report.approve': [...ORDER_TAKERS, 'provider:approver'],
  'orders.report.return': [...ORDER_TAKERS, 'provider:lab_staff', 'provider:approver'],
  'orders.report.settings': ORDER_TAKERS,
  'orders.report.release': ORDERERS,
  'orders.report.verify': 'anyone',
  'orders.report_copy.verify': 'anyone',
  'orders.signing_key.retire': ['operator:administrator'],
  'orders.dispute.argue': [...ORDERERS, ...ORDER_TAKERS, 'operator:operator', 'operator:administrator'],
  'orders.dispute.rule': ['operator:operator', 'operator:administrator'],
  'orders.signal.read': ['operator:operator', 'operator:administrator'],
  'orders.signal.decide': ['operator:operator', 'operator:administrator'],
  'orders.order_import.read': [...ORDER_TAKERS, 'provider:lab_staff'],
  'orders.order_import.run': ORDER_TAKERS,
  'orders.imported_order.list': 'member',
  'orders.order.export': 'member',
  'orders.evaluation.read': 'anyone',
  'orders.evaluation.give': ORDERERS,
  'orders.evaluation.reply': ORDER_TAKERS,
  'orders.evaluation.decide': ['operator:operator', 'operator:administrator'],
  'orders.sample.read': 'member',
  'orders.sample.declare': ORDERERS,
  'orders.sample.upload': [...ORDERERS, ...ORDER_TAKERS, 'provider:lab_staff'],
  'orders.sample.work': [...ORDER_TAKERS, 'provider:lab_staff'],
  'orders.sample.take_over': ORDER_TAKERS,
  'orders.storage_place.edit': ORDER_TAKERS,
  'orders.deviation.read': 'member',
  'orders.deviation.write': [...ORDER_TAKERS, 'provider:lab_staff'],
  'orders.deviation.decide': ORDERERS,
  'orders.task.read': ORDER_WORKERS,
  'orders.task.work': ORDER_WORKERS,
  'orders.task.check': ORDER_WORKERS,
  'orders.task.decide': [...ORDER_TAKERS, 'provider:approver'],
  'orders.study.read': 'member',
  'orders.study.manage': ORDER_WORKERS,
  'orders.study.sign': ORDERERS,
  'orders.inspection.read': ORDER_WORKERS,
  'orders.inspection.write': ORDER_WORKERS,
  'orders.inspection.see': ORDER_WORKERS,
  'orders.recipe.read': ORDER_WORKERS,
  'orders.recipe.write': ORDER_WORKERS,
  'orders.recipe.approve': [...ORDER_TAKERS, 'provider:approver'],
  'orders.batch.read': ORDER_WORKERS,
  'orders.batch.work': ORDER_WORKERS,
  'orders.batch.decide': [...ORDER_TAKERS, 'provider:approver'],
  'orders.access.read': 'member',
  'orders.access.grant': ORDER_TAKERS,
  'orders.access.meter': [...ORDER_TAKERS, 'provider:lab_staff', 'provider:integrator'],
  'orders.form.read': 'anyone',
  'orders.form.edit': CATALOG_EDITORS,
  'orders.order.preview': 'anyone',
  'orders.earliest.read': 'anyone',
  'orders.service_plan.edit': CATALOG_EDITORS,
  'orders.spending.read': ENTERPRISE_PEOPLE,
  'orders.spending.write': ['enterprise:owner'],
  'orders.purchase.read': ENTERPRISE_PEOPLE,
  'orders.purchase.decide': ENTERPRISE_PEOPLE,
  'orders.terms.read': 'member',
  'orders.terms.write': [...ORDER_TAKERS, 'operator:operator', 'operator:administrator'],
  'orders.agreement_rule.read': ORDER_WORKERS,
  'orders.agreement_rule.set': ORDER_TAKERS,
  'orders.agreement.read': 'member',
  'orders.agreement.write': [...ORDERERS, ...ORDER_TAKERS],
  'orders.agreement.choose': ORDER_TAKERS,
  'orders.amendment.read': 'member',
  'orders.amendment.write': [...ORDERERS, ...ORDER_TAKERS],

  'orders.voucher.preview': ENTERPRISE_PEOPLE,
  'orders.voucher.account': ENTERPRISE_PEOPLE,
  'orders.voucher.list': 'member',
  'orders.voucher_programme.read': VOUCHER_OFFICE,
  'orders.voucher_programme.write': ['operator:policy_officer', 'operator:administrator'],
  'orders.related_party.read': VOUCHER_OFFICE,
  'orders.related_party.write': VOUCHER_OFFICE,
  'orders.voucher_claim.read': [...VOUCHER_CLAIMANTS, ...VOUCHER_OFFICE],
  'orders.voucher_claim.supply': VOUCHER_CLAIMANTS,
  'orders.voucher_claim.decide': VOUCHER_OFFICE,
  'orders.voucher_sample.read': VOUCHER_OFFICE,
  'orders.voucher_sample.write': VOUCHER_OFFICE,

  // scoring: runs of models
  'scoring.run.start': ['operator:points_officer'],
  'scoring.run.read': ['operator:points_officer', 'operator:data_officer', 'operator:administrator'],
  'scoring.own_points.read': ['enterprise:owner', 'enterprise:policy_clerk'],
  // scoring: facts of enterprises
  'scoring.fact.read': ['operator:data_officer', 'operator:points_officer', 'operator:administrator'],
  'scoring.fact.write': ['operator:data_officer'],
  'scoring.fact.import': ['operator:data_officer'],
  'scoring.fact.push': ['operator:data_officer', 'government:owner', 'government:officer'],
  'scoring.fact.read_evidence': ['operator:data_officer', 'operator:points_officer', 'enterprise:owner', 'enterprise:policy_clerk'],
  'scoring.definition.read': [
    'operator:data_officer',
    'operator:points_officer',
    'operator:administrator',
    'enterprise:owner',
    'enterprise:policy_clerk',
  ],
  'scoring.own_fact.state': ['enterprise:owner', 'enterprise:policy_clerk'],
  // scoring: models, lists, objections, certificates
  'scoring.model.read': ['operator:points_officer', 'operator:data_officer', 'operator:administrator'],
  'scoring.model.edit': ['operator:points_officer'],
  'scoring.model.publish': ['operator:points_officer', 'operator:administrator'],
  'scoring.list.read': ['operator:points_officer', 'operator:data_officer', 'operator:administrator'],
  'scoring.list.edit': ['operator:points_officer'],
  'scoring.list.decide': ['operator:points_officer', 'operator:administrator'],
  'scoring.public_list.read': 'anyone',
  'scoring.objection.place': 'anyone',
  'scoring.objection.open': 'anyone',
  'scoring.objection.read_own': 'member',
  'scoring.objection.handle': ['operator:points_officer', 'operator:administrator'],
  'scoring.certificate.issue': ['enterprise:owner', 'enterprise:policy_clerk', 'operator:points_officer'],
  'scoring.certificate.read': ['enterprise:owner', 'enterprise:policy_clerk', 'operator:points_officer'],
  'scoring.certificate.verify': 'anyone',

  // scoring: what others are told of a score, and what is done with it
  'scoring.credit.read': ['bank:owner', 'bank:officer'],
  'scoring.cultivation.read': CULTIVATORS,
  'scoring.cultivation.write': CULTIVATORS,
  'scoring.ladder.read': ['enterprise:owner', 'enterprise:policy_clerk', 'enterprise:project_lead'],
  'scoring.support.read': EVALUATORS,
  'scoring.support.import': EVALUATORS,
  'scoring.evaluation.read': EVALUATORS,
  'scoring.talent_need.read': ['enterprise:owner', 'enterprise:policy_clerk', 'enterprise:project_lead'],
  'scoring.talent_need.write': ['enterprise:owner', 'enterprise:policy_clerk'],
  'scoring.talent.exchange': ['government:owner', 'government:officer'],
  'scoring.talent_desk.read': ['government:owner', 'government:officer', 'operator:points_officer', 'operator:administrator'],

  // catalog: what everybody may see
  'catalog.overview.read': 'anyone',
  'catalog.resource.read': 'anyone',
  'catalog.provider.read': 'anyone',
  'catalog.standard.read': 'anyone',
  'catalog.vocabulary.read': 'anyone',
  'catalog.search.run': 'anyone',
  'catalog.saved_search.manage': 'signed_in',
  // catalog: the provider's desk
  'catalog.profile.edit': CATALOG_EDITORS,
  'catalog.site.edit': CATALOG_EDITORS,
  'catalog.resource.list_own': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff'],
  'catalog.resource.edit': CATALOG_EDITORS,
  'catalog.price.edit': CATALOG_EDITORS,
  'catalog.accreditation.edit': CATALOG_EDITORS,
  'catalog.method.create': [...CATALOG_EDITORS, ...CATALOG_STEWARDS],
  'catalog.version.read': ['provider:owner', 'provider:lab_manager', 'provider:lab_staff', 'operator:operator', 'operator:administrator'],
  // catalog: the operator's desk
  'catalog.resource.review': ['operator:operator', 'operator:administrator'],
  'catalog.standard.edit': CATALOG_STEWARDS,
  'catalog.search_miss.list': ['operator:operator', 'operator:data_officer', 'operator:administrator'],
  'catalog.search_synonym.edit': CATALOG_STEWARDS,
  // catalog: files in and out; which formats an organisation may bring is decided by the format
  'catalog.import.run': [...CATALOG_EDITORS, ...CATALOG_STEWARDS],
  'catalog.export.run': [...CATALOG_EDITORS, ...CATALOG_STEWARDS],
} as const satisfies Record<string, AccessRule>

export type AccessKey = keyof typeof ACCESS
