import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { INVOICE_KINDS, INVOICE_STATES } from '../core/money/invoices.ts'
import { instant, line, SideQuery, words } from './money.ts'
import { yuan } from './orders.ts'

const data = {
  title: line(200).describe('发票抬头'),
  taxpayerNumber: line(20).describe('纳税人识别号'),
  kind: z.enum(INVOICE_KINDS).describe('普通发票 or 专用发票'),
  address: line(200),
  phone: line(40),
  bankName: line(200),
  bankAccount: line(60),
  email: line(200).describe('Where the invoice is sent'),
}

export const EditInvoiceData = z.object(data).meta({ id: 'EditInvoiceData' })
export type EditInvoiceData = z.infer<typeof EditInvoiceData>

const dataShown = z.object({ ...data, kind: z.enum(INVOICE_KINDS) })

export const InvoiceData = dataShown
  .extend({
    version: z.int().describe('0 as long as nobody has entered anything'),
    missing: z.array(z.string()).describe('Fields without which none can be asked for'),
  })
  .meta({ id: 'InvoiceData' })
export type InvoiceData = z.infer<typeof InvoiceData>

/** Settled orders and paid bookings that are on no invoice. */
export const InvoiceableList = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['order', 'booking']).describe('A place in a training counts as a booking'),
        number: z.string(),
        title: z.string(),
        providerId: z.uuid(),
        providerName: z.string(),
        amount: yuan,
        settledAt: instant,
      }),
    ),
  })
  .meta({ id: 'InvoiceableList' })
export type InvoiceableList = z.infer<typeof InvoiceableList>

export const AskInvoice = z
  .object({
    orderIds: z.array(z.uuid()).max(100).default([]).describe('Settled orders of one provider'),
    billIds: z.array(z.uuid()).max(100).default([]).describe('Paid bookings of the same provider'),
    contents: line(200).min(1).describe('开票内容, such as 检测服务费'),
  })
  .refine(({ orderIds, billIds }) => orderIds.length + billIds.length > 0, { path: ['orderIds'] })
  .meta({ id: 'AskInvoice' })
export type AskInvoice = z.infer<typeof AskInvoice>

export const Invoice = z
  .object({
    id: z.uuid(),
    number: z.string().describe('Of the request'),
    organisationName: z.string(),
    providerName: z.string(),
    amount: yuan,
    contents: z.string(),
    data: dataShown.describe('As they were when it was asked for'),
    orderNumbers: z.array(z.string()).describe('Of orders, bookings and trainings'),
    state: z.enum(INVOICE_STATES),
    askedByName: z.string(),
    askedAt: instant,
    invoiceNumber: z.string().nullable(),
    invoiceDay: z.iso.date().nullable(),
    endedAt: instant.nullable(),
    refusal: z.string().nullable(),
  })
  .meta({ id: 'Invoice' })
export type Invoice = z.infer<typeof Invoice>
export const InvoiceList = pageOf(Invoice).meta({ id: 'InvoiceList' })
export const ListInvoices = SideQuery.extend({ state: z.enum(INVOICE_STATES).exactOptional(), ...pageQuery })

export const InvoiceParams = z.object({ id: z.uuid() })
export const IssueInvoice = z
  .object({
    invoiceNumber: z
      .string()
      .trim()
      .regex(/^\d{8,20}$/)
      .describe('发票号码: 8 digits on paper, 20 of a digital one'),
    invoiceDay: z.iso.date(),
  })
  .meta({ id: 'IssueInvoice' })
export type IssueInvoice = z.infer<typeof IssueInvoice>
export const RefuseInvoice = z.object({ reason: words }).meta({ id: 'RefuseInvoice' })
