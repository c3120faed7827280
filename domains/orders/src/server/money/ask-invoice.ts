import { newId, readableNumber } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { type Db, violatedConstraint } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { AskInvoice } from '../../contract/invoices.ts'
import { missingInvoiceData } from '../../core/money/invoices.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { EARNERS, PAYERS } from '../notices/money-people.ts'
import {
  endInvoice,
  findInvoice,
  findProfile,
  type InvoiceRow,
  insertInvoice,
  listInvoiceable,
  type ProfileRow,
} from '../sql/money/invoices.ts'

const INVOICE_MISSING = { code: 'orders.invoice_missing', kind: 'missing' } as const

/** The invoice data of a profile, as the rules read them. */
export const invoiceDataOf = (row: Omit<ProfileRow, 'version'>) => ({
  title: row.invoice_title,
  taxpayerNumber: row.taxpayer_number,
  kind: row.invoice_kind,
  address: row.address,
  phone: row.phone,
  bankName: row.bank_name,
  bankAccount: row.bank_account,
  email: row.email,
})

type Wanted = { readonly organisationId: string; readonly by: string } & AskInvoice

/**
 * Asks the provider of settled orders and paid bookings for one invoice over them, with the invoice data as they are now. Refuses with `orders.order_missing`,
 * `orders.one_provider`, `orders.invoice_data_missing` or `orders.invoice_asked`.
 */
export async function askInvoice(tx: Db<OrdersTables>, command: Command, needs: OrdersNeeds, wanted: Wanted): Promise<InvoiceRow> {
  const { now } = command
  const { organisationId, orderIds, billIds, contents, by } = wanted
  const lines = await listInvoiceable(tx, organisationId, { orderIds, billIds })
  const [first] = lines
  if (!first || lines.length < new Set([...orderIds, ...billIds]).size)
    throw new Refusal({ code: 'orders.not_invoiceable', kind: 'refused', field: '/orderIds' })
  if (lines.some(({ provider_id }) => provider_id !== first.provider_id))
    throw new Refusal({ code: 'orders.one_provider', kind: 'refused' })
  const profile = await findProfile(tx, organisationId)
  if (!profile || missingInvoiceData(invoiceDataOf(profile)).length > 0)
    throw new Refusal({ code: 'orders.invoice_data_missing', kind: 'refused' })
  const id = newId(now.getTime())
  const number = readableNumber('INV', localDayOf(now, ORDER_ZONE), id)
  const isNew = await insertInvoice(tx, {
    id,
    number,
    organisationId,
    providerId: first.provider_id,
    contents,
    lines,
    profile,
    by,
    at: now,
  })
  if (!isNew) throw new Refusal({ code: 'orders.not_invoiceable', kind: 'conflict', field: '/orderIds' })
  const invoice = await getInvoice(tx, id)
  await command.audit({
    action: 'orders.invoice.ask',
    subjectType: 'invoice_request',
    subjectId: id,
    detail: { number, amount: formatFen(invoice.amount_fen) },
  })
  await needs.notify(tx, {
    kind: 'orders.invoice_asked',
    to: { organisationId: invoice.provider_id, roles: EARNERS },
    params: { number, client: invoice.organisation_name, amount: formatFen(invoice.amount_fen) },
    link: '/p/settlement?tab=invoices',
    key: `invoice-asked:${id}`,
  })
  return invoice
}

type Answer = { readonly id: string; readonly organisationId: string; readonly by: string }

/** The provider has issued the invoice elsewhere and enters its number and day. Refuses with `orders.invoice_missing`, `orders.invoice_decided` or `orders.invoice_number_used`. */
export async function issueInvoice(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  { invoiceNumber, invoiceDay, ...answer }: Answer & { invoiceNumber: string; invoiceDay: string },
): Promise<InvoiceRow> {
  const invoice = await findOf(tx, answer, 'provider_id')
  try {
    await end(tx, command, { ...answer, state: 'issued', invoiceNumber, invoiceDay, refusal: null })
  } catch (error) {
    if (violatedConstraint(error) === 'invoice_number_once')
      throw new Refusal({
        code: 'orders.invoice_number_used',
        kind: 'conflict',
        params: { number: invoiceNumber },
        field: '/invoiceNumber',
      })
    throw error
  }
  await needs.notify(tx, {
    kind: 'orders.invoice_issued',
    to: { organisationId: invoice.organisation_id, roles: PAYERS },
    params: { number: invoice.number, provider: invoice.provider_name, invoiceNumber, amount: formatFen(invoice.amount_fen) },
    link: '/e/ledger?tab=invoices',
    key: `invoice-issued:${invoice.id}`,
  })
  return getInvoice(tx, answer.id)
}

export async function refuseInvoice(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  { refusal, ...answer }: Answer & { refusal: string },
): Promise<InvoiceRow> {
  const invoice = await findOf(tx, answer, 'provider_id')
  await end(tx, command, { ...answer, state: 'refused', invoiceNumber: null, invoiceDay: null, refusal })
  await needs.notify(tx, {
    kind: 'orders.invoice_refused',
    to: { organisationId: invoice.organisation_id, roles: PAYERS },
    params: { number: invoice.number, provider: invoice.provider_name, reason: refusal },
    link: '/e/ledger?tab=invoices',
    key: `invoice-refused:${invoice.id}`,
  })
  return getInvoice(tx, answer.id)
}

/** The client does not want it any more, or has to correct its data first. */
export async function withdrawInvoice(tx: Db<OrdersTables>, command: Command, answer: Answer): Promise<InvoiceRow> {
  await findOf(tx, answer, 'organisation_id')
  await end(tx, command, { ...answer, state: 'withdrawn', invoiceNumber: null, invoiceDay: null, refusal: null })
  return getInvoice(tx, answer.id)
}

async function findOf(tx: Db<OrdersTables>, { id, organisationId }: Answer, side: 'organisation_id' | 'provider_id'): Promise<InvoiceRow> {
  const invoice = await findInvoice(tx, id)
  if (invoice?.[side] !== organisationId) throw new Refusal(INVOICE_MISSING)
  return invoice
}

type End = Omit<Parameters<typeof endInvoice>[1], 'at'>

async function end(tx: Db<OrdersTables>, command: Command, wanted: End): Promise<void> {
  if (!(await endInvoice(tx, { ...wanted, at: command.now }))) throw new Refusal({ code: 'orders.invoice_decided', kind: 'conflict' })
  await command.audit({
    action: `orders.invoice.${wanted.state}`,
    subjectType: 'invoice_request',
    subjectId: wanted.id,
    detail: { invoiceNumber: wanted.invoiceNumber, refusal: wanted.refusal },
  })
}

async function getInvoice(db: Db<OrdersTables>, id: string): Promise<InvoiceRow> {
  const invoice = await findInvoice(db, id)
  if (!invoice) throw new Refusal(INVOICE_MISSING)
  return invoice
}
