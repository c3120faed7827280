import type { DomainModule } from '@jiju/platform/module'
import { mergeHandlers } from '@jiju/platform/outbox/outbox'
import { PROBLEM_TEXTS } from '../contract/problem-texts.ts'
import { agreementEvents } from './agreement/print-agreement.ts'
import { AGREEMENT_NOTICES } from './agreement/tell-of-agreement.ts'
import { ENQUIRY_PUBLIC_EVENTS } from './enquiries/enquiry-public-events.ts'
import { ENQUIRY_SCHEDULES, enquiryJobs } from './enquiries/sweep-enquiries.ts'
import { MONEY_SCHEDULES, moneyEvents, moneyJobs } from './money/money-jobs.ts'
import { MONEY_PUBLIC_EVENTS } from './money/money-public-events.ts'
import type { OrdersDeps } from './needs.ts'
import { enquiryEvents } from './notices/enquiry-events.ts'
import { ENQUIRY_NOTICES } from './notices/enquiry-kinds.ts'
import { MONEY_NOTICES, moneyTellers } from './notices/money-notices.ts'
import { SAMPLE_NOTICES } from './notices/sample-kinds.ts'
import { ORDER_NOTICES, orderTeller } from './notices/tell-of-order.ts'
import { WORK_NOTICES } from './notices/work-notices.ts'
import { ORDER_SCHEDULES, orderJobs } from './order/sweep-orders.ts'
import { ORDER_PUBLIC_EVENTS } from './public-events.ts'
import { REPORT_NOTICES, REPORT_PUBLIC_EVENTS } from './reports/tell-of-report.ts'
import { agreementRoutes } from './routes/agreement-routes.ts'
import { amendmentRoutes } from './routes/amendment-routes.ts'
import { bankRoutes } from './routes/bank-routes.ts'
import { batchRoutes } from './routes/batch-routes.ts'
import { custodyRoutes } from './routes/custody-routes.ts'
import { deviationRoutes } from './routes/deviation-routes.ts'
import { disputeRoutes } from './routes/dispute-routes.ts'
import { earliestRoutes } from './routes/earliest-routes.ts'
import { enquiryRoutes } from './routes/enquiry-routes.ts'
import { evaluationRoutes } from './routes/evaluation-routes.ts'
import { exportRoutes } from './routes/export-routes.ts'
import { formRoutes } from './routes/form-routes.ts'
import { importRoutes } from './routes/import-routes.ts'
import { inspectionRoutes } from './routes/inspection-routes.ts'
import { invoiceRoutes } from './routes/invoice-routes.ts'
import { ledgerRoutes } from './routes/ledger-routes.ts'
import { orderMoneyRoutes } from './routes/order-money-routes.ts'
import { orderRoutes } from './routes/order-routes.ts'
import { outgoingRoutes } from './routes/outgoing-routes.ts'
import { paymentRoutes } from './routes/payment-routes.ts'
import { quoteRoutes } from './routes/quote-routes.ts'
import { reportRoutes } from './routes/report-routes.ts'
import { reportTemplateRoutes } from './routes/report-template-routes.ts'
import { resultRoutes } from './routes/result-routes.ts'
import { sampleRoutes } from './routes/sample-routes.ts'
import { signalRoutes } from './routes/signal-routes.ts'
import { spendingRoutes } from './routes/spending-routes.ts'
import { storagePlaceRoutes } from './routes/storage-place-routes.ts'
import { studyRoutes } from './routes/study-routes.ts'
import { termsRoutes } from './routes/terms-routes.ts'
import { threadRoutes } from './routes/thread-routes.ts'
import { verificationRoutes } from './routes/verification-routes.ts'
import { voucherClaimRoutes } from './routes/voucher-claim-routes.ts'
import { voucherOfficeRoutes } from './routes/voucher-office-routes.ts'
import { voucherProgrammeRoutes } from './routes/voucher-programme-routes.ts'
import { voucherRoutes } from './routes/voucher-routes.ts'
import { voucherSampleRoutes } from './routes/voucher-sample-routes.ts'
import { workRoutes } from './routes/work-routes.ts'
import { SAMPLE_SCHEDULES, sampleEvents, sampleJobs } from './samples/sample-jobs.ts'
import { SAMPLE_PUBLIC_EVENTS } from './samples/sample-public-events.ts'
import { SIGNAL_SCHEDULES, signalJobs } from './signals/find-signals.ts'
import { PURCHASE_NOTICES, purchaseEvents } from './spending/tell-approvers.ts'
import { VOUCHER_NOTICES, voucherEvents } from './vouchers/tell-of-vouchers.ts'
import { VOUCHER_SCHEDULES, voucherJobs } from './vouchers/voucher-jobs.ts'
import { VOUCHER_PUBLIC_EVENTS } from './vouchers/voucher-public-events.ts'
import { workEvents } from './work/work-events.ts'
import { WORK_SCHEDULES, workJobs } from './work/work-jobs.ts'
import { WORK_PUBLIC_EVENTS } from './work/work-public-events.ts'

/** Orders: from the question to the settled bill, one number and one state machine. */
export function ordersModule(deps: OrdersDeps): DomainModule {
  return {
    name: 'orders',
    problems: PROBLEM_TEXTS,
    routes: async (scope) => {
      await enquiryRoutes(scope, deps)
      await quoteRoutes(scope, deps)
      await threadRoutes(scope, deps)
      await orderRoutes(scope, deps)
      await exportRoutes(scope, deps)
      await importRoutes(scope, deps)
      await orderMoneyRoutes(scope, deps)
      await ledgerRoutes(scope, deps)
      await paymentRoutes(scope, deps)
      await outgoingRoutes(scope, deps)
      await bankRoutes(scope, deps)
      await invoiceRoutes(scope, deps)
      await disputeRoutes(scope, deps)
      await evaluationRoutes(scope, deps)
      await signalRoutes(scope, deps)
      await sampleRoutes(scope, deps)
      await custodyRoutes(scope, deps)
      await deviationRoutes(scope, deps)
      await storagePlaceRoutes(scope, deps)
      await formRoutes(scope, deps)
      await earliestRoutes(scope, deps)
      await spendingRoutes(scope, deps)
      await termsRoutes(scope, deps)
      await agreementRoutes(scope, deps)
      await amendmentRoutes(scope, deps)
      await workRoutes(scope, deps)
      await resultRoutes(scope, deps)
      await studyRoutes(scope, deps)
      await inspectionRoutes(scope, deps)
      await batchRoutes(scope, deps)
      await reportRoutes(scope, deps)
      await reportTemplateRoutes(scope, deps)
      await verificationRoutes(scope, deps)
      await voucherRoutes(scope, deps)
      await voucherProgrammeRoutes(scope, deps)
      await voucherOfficeRoutes(scope, deps)
      await voucherClaimRoutes(scope, deps)
      await voucherSampleRoutes(scope, deps)
    },
    events: mergeHandlers(
      moneyEvents(deps),
      moneyTellers(deps),
      sampleEvents(deps),
      { 'orders.order_changed': { 'orders.tell': orderTeller(deps) } },
      purchaseEvents(deps),
      agreementEvents(deps),
      workEvents(deps),
      enquiryEvents(deps),
      voucherEvents(deps),
    ),
    jobs: {
      ...moneyJobs(deps),
      ...orderJobs(deps),
      ...enquiryJobs(deps),
      ...sampleJobs(deps),
      ...voucherJobs(deps),
      ...workJobs(deps),
      ...signalJobs(deps),
    },
    schedules: [
      ...MONEY_SCHEDULES,
      ...ORDER_SCHEDULES,
      ...ENQUIRY_SCHEDULES,
      ...SAMPLE_SCHEDULES,
      ...VOUCHER_SCHEDULES,
      ...WORK_SCHEDULES,
      ...SIGNAL_SCHEDULES,
    ],
    notices: {
      ...MONEY_NOTICES,
      ...ORDER_NOTICES,
      ...REPORT_NOTICES,
      ...ENQUIRY_NOTICES,
      ...SAMPLE_NOTICES,
      ...PURCHASE_NOTICES,
      ...AGREEMENT_NOTICES,
      ...WORK_NOTICES,
      ...VOUCHER_NOTICES,
    },
    publicEvents: {
      ...ENQUIRY_PUBLIC_EVENTS,
      ...MONEY_PUBLIC_EVENTS,
      ...ORDER_PUBLIC_EVENTS,
      ...REPORT_PUBLIC_EVENTS,
      ...SAMPLE_PUBLIC_EVENTS,
      ...WORK_PUBLIC_EVENTS,
      ...VOUCHER_PUBLIC_EVENTS,
    },
  }
}
