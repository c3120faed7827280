import type { AssignBankLine, BankImport, BankLine, LedgerTotals } from '@jiju/orders/contract/bank'
import type { AskInvoice, EditInvoiceData, Invoice, InvoiceableList, InvoiceData, IssueInvoice } from '@jiju/orders/contract/invoices'
import type {
  AddDepositRule,
  AddFeeRule,
  CreditOrder,
  DepositRule,
  FeeRule,
  Ledger,
  MoneySide,
  MoneyStatement,
  OrderIncome,
  OrderMoney,
  RecordMetered,
} from '@jiju/orders/contract/money'
import type { AskOutgoing, Outgoing, PayInSandbox, Payment, SandboxPayment } from '@jiju/orders/contract/payments'
import { queryOptions } from '@tanstack/react-query'
import { answer, answerWithVersion, api, type newAttempt } from '../../lib/api.ts'
import { upload } from '../../lib/upload.ts'

type Attempt = ReturnType<typeof newAttempt>
type Page<Item> = { items: Item[]; nextCursor: string | null }
const byId = (id: string) => ({ params: { path: { id } } })
const page = (cursor: string | undefined) => (cursor ? { cursor } : {})

export const orderMoneyOptions = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'money', orderId],
    queryFn: async (): Promise<OrderMoney> => await answer(api.GET('/api/v1/orders/orders/{id}/money', byId(orderId))),
    staleTime: 0,
  })

export const ledgerOptions = (side: MoneySide) =>
  queryOptions({
    queryKey: ['ledger', 'own', side],
    queryFn: async (): Promise<Ledger> => await answer(api.GET('/api/v1/orders/ledger', { params: { query: { side } } })),
    staleTime: 0,
  })

export const statementOptions = (side: MoneySide, month: string) =>
  queryOptions({
    queryKey: ['ledger', 'statement', side, month],
    queryFn: async (): Promise<MoneyStatement> =>
      await answer(api.GET('/api/v1/orders/ledger/statement', { params: { query: { side, month } } })),
    staleTime: 0,
  })

export const statementFile = (side: MoneySide, month: string, format: 'xlsx' | 'pdf') =>
  `/api/v1/orders/ledger/statement.${format}?${new URLSearchParams({ side, month })}`

export const totalsOptions = queryOptions({
  queryKey: ['ledger', 'totals'],
  queryFn: async (): Promise<LedgerTotals> => await answer(api.GET('/api/v1/orders/ledger/totals')),
  staleTime: 0,
})

export const feeRulesOptions = queryOptions({
  queryKey: ['ledger', 'fees'],
  queryFn: async (): Promise<{ items: FeeRule[] }> => await answer(api.GET('/api/v1/orders/fee-rules')),
})

export const depositRulesOptions = queryOptions({
  queryKey: ['ledger', 'deposits'],
  queryFn: async (): Promise<{ items: DepositRule[] }> => await answer(api.GET('/api/v1/orders/deposit-rules')),
})

export const invoiceDataOptions = queryOptions({
  queryKey: ['ledger', 'invoice-data'],
  queryFn: async (): Promise<{ data: InvoiceData; version: string | null }> =>
    await answerWithVersion(api.GET('/api/v1/orders/invoice-data')),
  staleTime: 0,
})

export const invoiceableOptions = queryOptions({
  queryKey: ['ledger', 'invoiceable'],
  queryFn: async (): Promise<InvoiceableList> => await answer(api.GET('/api/v1/orders/invoiceable-orders')),
  staleTime: 0,
})

export const sandboxOptions = (reference: string) =>
  queryOptions({
    queryKey: ['sandbox', reference],
    queryFn: async (): Promise<SandboxPayment> =>
      await answer(api.GET('/api/v1/orders/sandbox-payments/{reference}', { params: { path: { reference } } })),
    staleTime: 0,
  })

export async function listPayments(cursor?: string): Promise<Page<Payment>> {
  return await answer(api.GET('/api/v1/orders/payments', { params: { query: page(cursor) } }))
}

export type OutgoingFilter = { kind?: Outgoing['kind']; state?: Outgoing['state'] }

export async function listOutgoings(filter: OutgoingFilter, cursor?: string): Promise<Page<Outgoing>> {
  return await answer(api.GET('/api/v1/orders/outgoings', { params: { query: { ...page(cursor), ...filter } } }))
}

export async function listInvoices(side: MoneySide, cursor?: string): Promise<Page<Invoice>> {
  return await answer(api.GET('/api/v1/orders/invoices', { params: { query: { ...page(cursor), side } } }))
}

export async function listIncome(cursor?: string): Promise<Page<OrderIncome>> {
  return await answer(api.GET('/api/v1/orders/ledger/income', { params: { query: page(cursor) } }))
}

export async function listBankLines(state: BankLine['state'], cursor?: string): Promise<Page<BankLine>> {
  return await answer(api.GET('/api/v1/orders/bank-lines', { params: { query: { ...page(cursor), state } } }))
}

type BeginPayment = { amount: string; channel: Payment['channel']; orderId: string | null }

export async function beginPayment(body: BeginPayment, headers: Attempt): Promise<Payment> {
  return await answer(api.POST('/api/v1/orders/payments', { body, headers }))
}

export async function withdrawPayment({ id }: { id: string }, headers: Attempt): Promise<Payment> {
  return await answer(api.POST('/api/v1/orders/payments/{id}/withdrawal', { ...byId(id), headers }))
}

export async function payOrder({ id }: { id: string }, headers: Attempt): Promise<OrderMoney> {
  return await answer(api.POST('/api/v1/orders/orders/{id}/payment', { ...byId(id), headers }))
}

export async function creditOrder({ id, body }: { id: string; body: CreditOrder }, headers: Attempt): Promise<OrderMoney> {
  return await answer(api.POST('/api/v1/orders/orders/{id}/credit-notes', { ...byId(id), body, headers }))
}

export async function recordMetered({ id, body }: { id: string; body: RecordMetered }, headers: Attempt): Promise<OrderMoney> {
  return await answer(api.POST('/api/v1/orders/orders/{id}/measurements', { ...byId(id), body, headers }))
}

export async function payInSandbox(
  { reference, body }: { reference: string; body: PayInSandbox },
  headers: Attempt,
): Promise<SandboxPayment> {
  return await answer(api.POST('/api/v1/orders/sandbox-payments/{reference}', { params: { path: { reference } }, body, headers }))
}

export async function askOutgoing({ kind, body }: { kind: Outgoing['kind']; body: AskOutgoing }, headers: Attempt): Promise<Outgoing> {
  if (kind === 'refund') return await answer(api.POST('/api/v1/orders/refunds', { body, headers }))
  return await answer(api.POST('/api/v1/orders/payouts', { body, headers }))
}

export async function decideOutgoing({ id, refusal }: { id: string; refusal: string | null }, headers: Attempt): Promise<Outgoing> {
  if (refusal === null) return await answer(api.POST('/api/v1/orders/outgoings/{id}/sent', { ...byId(id), headers }))
  return await answer(api.POST('/api/v1/orders/outgoings/{id}/refusal', { ...byId(id), body: { reason: refusal }, headers }))
}

export async function saveInvoiceData(
  { version, body }: { version: number; body: EditInvoiceData },
  headers: Attempt,
): Promise<InvoiceData> {
  return await answer(api.PUT('/api/v1/orders/invoice-data', { body, headers: { ...headers, 'If-Match': `"${version}"` } }))
}

export async function askInvoice(body: AskInvoice, headers: Attempt): Promise<Invoice> {
  return await answer(api.POST('/api/v1/orders/invoices', { body, headers }))
}

export async function withdrawInvoice({ id }: { id: string }, headers: Attempt): Promise<Invoice> {
  return await answer(api.POST('/api/v1/orders/invoices/{id}/withdrawal', { ...byId(id), headers }))
}

export async function issueInvoice({ id, body }: { id: string; body: IssueInvoice }, headers: Attempt): Promise<Invoice> {
  return await answer(api.POST('/api/v1/orders/invoices/{id}/issue', { ...byId(id), body, headers }))
}

export async function refuseInvoice({ id, reason }: { id: string; reason: string }, headers: Attempt): Promise<Invoice> {
  return await answer(api.POST('/api/v1/orders/invoices/{id}/refusal', { ...byId(id), body: { reason }, headers }))
}

export async function addFeeRule(body: AddFeeRule, headers: Attempt): Promise<{ items: FeeRule[] }> {
  return await answer(api.POST('/api/v1/orders/fee-rules', { body, headers }))
}

export async function addDepositRule(body: AddDepositRule, headers: Attempt): Promise<{ items: DepositRule[] }> {
  return await answer(api.POST('/api/v1/orders/deposit-rules', { body, headers }))
}

export async function assignBankLine({ id, body }: { id: string; body: AssignBankLine }, headers: Attempt): Promise<BankLine> {
  return await answer(api.POST('/api/v1/orders/bank-lines/{id}/assignment', { ...byId(id), body, headers }))
}

export async function setBankLineAside({ id, note }: { id: string; note: string }, headers: Attempt): Promise<BankLine> {
  return await answer(api.POST('/api/v1/orders/bank-lines/{id}/setting-aside', { ...byId(id), body: { note }, headers }))
}

export const importStatement = ({ file }: { file: File }, headers: Attempt): Promise<BankImport> =>
  upload('/api/v1/orders/bank-statements', file, { headers })
