import { randomBytes } from 'node:crypto'
import { Refusal } from '@jiju/kernel/problem'
import { verificationCode } from '@jiju/kernel/verification-code'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { keepBytes } from '@jiju/platform/files/keep-bytes'
import { signPdf } from '@jiju/platform/pdf/sign-pdf'
import { countPages, writePdf } from '@jiju/platform/pdf/write-pdf'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { reportNumber } from '../../core/reports/report-number.ts'
import { promisedInAgreement } from '../agreement/promised.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { changeOrder } from '../order/change-order.ts'
import type { Work } from '../order/order-act.ts'
import { findNumbering } from '../sql/reports/report-templates.ts'
import { findReport, freezeReport, lockReport, moveReport, nextSerial, type ReportRow } from '../sql/reports/reports.ts'
import { lockOrder, type OrderRow } from '../sql/service-orders.ts'
import { composeReport } from './compose-report.ts'
import { AFTER_REPORT } from './draft-report.ts'
import { marksOfReport } from './marks-of-report.ts'
import { expectAct, NOT_CURRENT, NOT_YET, REPORT_MISSING } from './report-problems.ts'
import { reportWords } from './report-words.ts'
import { providerKey } from './signing-keys.ts'
import { announceReport } from './tell-of-report.ts'

type Needs = Pick<OrdersNeeds, 'files' | 'publicAddress' | 'notify' | 'authSecret'>
type Wanted = { readonly reportId: string; readonly version: number; readonly providerId: string; readonly personId: string }

export const verifyUrl = ({ publicAddress }: Pick<OrdersNeeds, 'publicAddress'>, code: string): string => `${publicAddress}/v/${code}`

/**
 * Issues an approved report: the order moves, the report that it replaces ends, number and code are given, the pages are written, signed and stored under
 * their hash, and the row is frozen, all in one transaction. Refuses with `orders.report_missing`, `orders.report_act_not_allowed`, `platform.version_stale`,
 * `orders.report_code_missing`, `orders.report_not_yet`, `orders.report_not_current`, or what the order's guards find.
 */
export async function issueReport(tx: Db<OrdersTables>, work: Work, needs: Needs, wanted: Wanted): Promise<ReportRow> {
  const { reportId, version, providerId, personId } = wanted
  const found = await findReport(tx, reportId)
  if (!found || found.provider_id !== providerId) throw new Refusal(REPORT_MISSING)
  // The order is locked before anything that hangs on it.
  const order = await lockOrder(tx, found.order_id)
  const report = await lockReport(tx, reportId)
  if (!order || !report) throw new Error('a report lost its order')
  expectAct(report, 'issue', version)
  const numbering = await findNumbering(tx, providerId)
  if (!numbering) throw new Refusal({ code: 'orders.report_code_missing', kind: 'refused' })

  await moveTheOrder(tx, work, order, report, personId)
  await endReplaced(tx, report, personId, work.now)

  const code = verificationCode(randomBytes(10))
  const today = localDayOf(work.now, ORDER_ZONE)
  const year = Number(today.slice(0, 4))
  const serial = await nextSerial(tx, providerId, year, report.class_code)
  const number = reportNumber({ bodyCode: numbering.code, year, classCode: report.class_code, serial })
  const marks = await marksOfReport(tx, report, work.now)
  const key = await providerKey(tx, needs, providerId, work.now)
  const issue = { number, code, verifyUrl: verifyUrl(needs, code), at: work.now }
  const reason = reportWords(report.language)('signReason')
  const pdf = await writePdf(composeReport(report, { marks, issue, now: work.now }), {
    name: report.provider_name,
    reason,
    signedAt: work.now,
  })
  const signed = await signPdf(pdf, key)
  const sha256 = await keepBytes(needs.files, signed, 'application/pdf')
  const frozen = {
    number,
    code,
    personId,
    now: work.now,
    sha256,
    sizeBytes: signed.length,
    pages: countPages(signed),
    marks,
    signingKeyId: key.id,
    retainUntil: (await promisedInAgreement(tx, order, 'records', today)) ?? null,
  }
  if (!(await freezeReport(tx, reportId, frozen))) throw new Error('a locked report moved')
  await work.audit({
    action: 'orders.report.issue',
    subjectType: 'report',
    subjectId: reportId,
    detail: { orderId: order.id, number, sha256, replacesId: report.replaces_id },
  })
  const issued = await findReport(tx, reportId)
  if (!issued) throw new Error('a report that was issued is gone')
  await announceReport(tx, work, needs, issued)
  return issued
}

async function moveTheOrder(tx: Db<OrdersTables>, work: Work, order: OrderRow, report: ReportRow, personId: string): Promise<void> {
  const act =
    report.kind === 'full' && order.state === 'reporting'
      ? 'issue'
      : report.kind === 'part' && order.state === 'working'
        ? 'deliver_part'
        : null
  if (act)
    await changeOrder(tx, work, {
      orderId: order.id,
      act,
      side: 'provider',
      organisationId: order.provider_id,
      personId,
      detail: { reportId: report.id },
    })
  else if (!AFTER_REPORT.includes(order.state)) throw new Refusal(NOT_YET)
}

async function endReplaced(tx: Db<OrdersTables>, report: ReportRow, personId: string, now: Date): Promise<void> {
  if (!report.replaces_id) return
  const replaced = await lockReport(tx, report.replaces_id)
  if (replaced?.state !== 'issued') throw new Refusal(NOT_CURRENT)
  const isMoved = await moveReport(tx, { from: replaced, to: 'replaced', personId, now, reason: report.replace_reason ?? undefined })
  if (!isMoved) throw new Error('a locked report moved')
}
