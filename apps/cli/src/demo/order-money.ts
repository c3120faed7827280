import { readableNumber } from '@jiju/kernel/ids'
import { ACCOUNTS, type AccountKey, DEBIT_KINDS, type TransferKind } from '@jiju/orders/core/money/accounts'
import { depositFen, feeFen } from '@jiju/orders/core/money/rules'
import { SETTLEMENT_STEPS, type SettlementStep } from '@jiju/orders/core/money/settlement'
import { cancelFee, DEFAULT_CANCEL_RATES } from '@jiju/orders/core/order/cancellation'
import type { AcceptedCharge } from './accepted-charges.ts'
import type { Context, Row } from './context.ts'
import type { DemoOrder } from './orders.ts'

type Given = {
  readonly orders: readonly DemoOrder[]
  readonly organisations: readonly Row[]
  readonly members: readonly { readonly personId: string; readonly organisationId: string; readonly roles: readonly string[] }[]
  readonly cast: { readonly providerId: string; readonly enterpriseId: string }
  /** What vouchers pay of orders; redeemed for those that are settled. */
  readonly vouchers: ReadonlyMap<string, { readonly programmeId: string; readonly amountFen: bigint }>
  readonly charges: readonly AcceptedCharge[]
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const ROUND_FEN = 100_000n
/** Bookings are many and small: their money comes for several at once, and leaves less than an order costs. */
const ROUND_BOOKINGS_FEN = 1_000_000n
const FEE_BASIS_POINTS = 200

type Party = { readonly id: string; readonly organisation_id: string; readonly provider_id: string }
type Transfer = { cause: string; kind: TransferKind; debit: AccountKey; credit: AccountKey; fen: bigint; orderId?: string; billId?: string }

/** The money of the demo's orders and bookings: paid in by bank, set aside, charged, settled, paid out each month; as the running platform would have posted it. */
export function generateOrderMoney(context: Context, given: Given) {
  const made = {
    accounts: new Map<string, Row & { debit: bigint; credit: bigint }>(),
    transfers: [] as Row[],
    terms: [] as Row[],
    settlements: [] as Row[],
    bills: [] as Row[],
    steps: [] as Row[],
    payments: [] as Row[],
    lines: [] as Row[],
    outgoings: [] as Row[],
    statements: new Map<string, Row>(),
  }
  const nameOf = new Map(given.organisations.map((row) => [String(row.id), String(row.name)]))
  const personOf = (organisationId: string, role: string) =>
    given.members.find((member) => member.organisationId === organisationId && member.roles.some((one) => one.endsWith(role)))?.personId ??
    given.members.find((member) => member.organisationId === organisationId)?.personId ??
    null
  const operator = given.members.find(({ roles }) => roles.includes('operator:operator'))?.personId ?? null

  function accountOf(key: AccountKey, at: Date) {
    const name = [key.kind, key.organisationId, key.scopeId].filter((part) => part !== null).join('/')
    const found = made.accounts.get(name)
    if (found) return found
    const opened = {
      id: context.id(`ledger|${name}`),
      name,
      kind: key.kind,
      normal_side: (DEBIT_KINDS as readonly string[]).includes(key.kind) ? 'debit' : 'credit',
      organisation_id: key.organisationId,
      scope_id: key.scopeId,
      opened_at: at,
      debit: 0n,
      credit: 0n,
    }
    made.accounts.set(name, opened)
    return opened
  }
  function post(at: Date, { cause, kind, debit, credit, fen, orderId, billId }: Transfer): void {
    if (fen === 0n) return
    const [from, to] = [accountOf(debit, at), accountOf(credit, at)]
    from.debit += fen
    to.credit += fen
    made.transfers.push({
      id: context.id(`transfer|${cause}`),
      cause,
      kind,
      debit_account_id: from.id,
      credit_account_id: to.id,
      amount_fen: fen.toString(),
      order_id: orderId ?? null,
      bill_id: billId ?? null,
      person_id: null,
      at,
    })
  }
  const balanceOf = (key: AccountKey, at: Date): bigint => {
    const { debit, credit, normal_side } = accountOf(key, at)
    return normal_side === 'debit' ? debit - credit : credit - debit
  }
  function statementOf(at: Date): Row {
    const month = context.dayOf(at.getTime()).slice(0, 7)
    const known = made.statements.get(month)
    const row = known ?? {
      id: context.id(`statement|${month}`),
      sha256: context.id(`statement-file|${month}`).replaceAll('-', '').padEnd(64, '0'),
      name: `对账单-${month}.xlsx`,
      line_count: 0,
      new_count: 0,
      imported_by: operator,
      imported_at: at,
    }
    made.statements.set(month, { ...row, line_count: Number(row.line_count) + 1, new_count: Number(row.new_count) + 1 })
    return row
  }
  function addLine(key: string, at: Date, line: { fen: bigint; name: string; reference: string } & Row): string {
    const id = context.id(`bank-line|${key}`)
    const { fen, name, reference, ...rest } = line
    made.lines.push({
      id,
      statement_id: statementOf(at).id,
      fingerprint: id.replaceAll('-', '').padEnd(64, '0'),
      booked_on: context.dayOf(at.getTime()),
      amount_fen: fen.toString(),
      counterparty_name: name,
      counterparty_account: `1219${id.replaceAll(/\D/g, '').slice(0, 11)}`,
      reference,
      serial: `S${id.replaceAll(/\D/g, '').slice(0, 14)}`,
      state: 'open',
      matched_by: null,
      target: null,
      organisation_id: null,
      payment_id: null,
      outgoing_id: null,
      programme_id: null,
      note: null,
      decided_by: null,
      decided_at: null,
      ...rest,
    })
    if (fen > 0n) post(at, { cause: `bank:${id}`, kind: 'bank_receipt', debit: ACCOUNTS.bank, credit: ACCOUNTS.clearing, fen })
    return id
  }
  /** Pays in by bank what is missing, in whole `roundFen`. */
  function ensure(organisationId: string, neededFen: bigint, at: Date, roundFen = ROUND_FEN): void {
    const missing = neededFen - balanceOf(ACCOUNTS.prepaid(organisationId), at)
    if (missing <= 0n) return
    const fen = ((missing + roundFen - 1n) / roundFen) * roundFen
    const key = `${organisationId}|${made.payments.length}`
    const id = context.id(`payment|${key}`)
    const begun = new Date(at.getTime() - DAY)
    const number = readableNumber('PAY', context.dayOf(begun.getTime()), id)
    made.payments.push({
      id,
      number,
      organisation_id: organisationId,
      order_id: null,
      channel: 'bank_transfer',
      amount_fen: fen.toString(),
      state: 'paid',
      provider_reference: null,
      pay_path: null,
      begun_by: personOf(organisationId, 'finance'),
      begun_at: begun,
      expires_at: new Date(begun.getTime() + 30 * DAY),
      ended_at: at,
    })
    const lineId = addLine(key, at, {
      fen,
      name: nameOf.get(organisationId) ?? '',
      reference: `检测费 ${number}`,
      state: 'assigned',
      matched_by: 'number',
      target: 'prepaid',
      organisation_id: organisationId,
      payment_id: id,
      decided_at: at,
    })
    post(at, {
      cause: `bank:${lineId}:assigned`,
      kind: 'receipt_assigned',
      debit: ACCOUNTS.clearing,
      credit: ACCOUNTS.prepaid(organisationId),
      fen,
    })
  }

  const deposits = depositRules(context, given)
  const percentOf = new Map(deposits.map((row) => [String(row.provider_id), Number(row.deposit_percent)]))

  function accepted(order: DemoOrder, party: Party, at: Date): void {
    const voucher = given.vouchers.get(order.id)?.amountFen ?? 0n
    const deposit = depositFen(order.totalFen, voucher, percentOf.get(order.providerId) ?? 0)
    made.terms.push({
      order_id: order.id,
      deposit_fen: deposit.toString(),
      is_deposit_required: false,
      fee_basis_points: FEE_BASIS_POINTS,
      agreed_at: at,
    })
    ensure(order.organisationId, deposit, new Date(at.getTime() - 30 * MINUTE))
    post(at, {
      cause: `hold:${order.id}:accepted`,
      kind: 'hold',
      debit: ACCOUNTS.prepaid(order.organisationId),
      credit: ACCOUNTS.held(party),
      fen: deposit,
      orderId: order.id,
    })
  }

  function charged(order: DemoOrder, party: Party, at: Date, kind: 'order' | 'cancellation'): void {
    const fee = cancelFee({ state: 'received', pausedFrom: null, totalFen: order.totalFen }, DEFAULT_CANCEL_RATES, 'client')
    const fen = kind === 'order' ? order.totalFen : fee
    const isDone = order.state !== 'approved'
    const done = new Date(at.getTime() + 2 * MINUTE)
    post(at, {
      cause: `charge:${order.id}`,
      kind: 'charge',
      debit: ACCOUNTS.due(party),
      credit: ACCOUNTS.income(party),
      fen,
      orderId: order.id,
    })
    made.settlements.push({
      order_id: order.id,
      kind,
      state: isDone ? 'done' : 'waiting',
      charge_fen: fen.toString(),
      opened_at: at,
      done_at: isDone ? done : null,
    })
    const [due, held, income] = [ACCOUNTS.due(party), ACCOUNTS.held(party), ACCOUNTS.income(party)]
    const prepaid = ACCOUNTS.prepaid(order.organisationId)
    const voucher = kind === 'order' ? given.vouchers.get(order.id) : undefined
    const settle = (step: SettlementStep, stepFen: bigint, transfer?: Omit<Transfer, 'cause' | 'fen'>) => {
      if (transfer) post(done, { ...transfer, cause: `settle:${order.id}:${transfer.kind}`, fen: stepFen, orderId: order.id })
      made.steps.push({ order_id: order.id, step, amount_fen: stepFen.toString(), at: done })
    }
    const least = (a: bigint, b: bigint) => (a < b ? a : b)
    const paid = least(voucher?.amountFen ?? 0n, fen)
    settle('redeem_voucher', paid, voucher && { kind: 'voucher', debit: ACCOUNTS.voucherReceivable(voucher.programmeId), credit: due })
    settle('collect_held', least(balanceOf(held, done), balanceOf(due, done)), { kind: 'collect_held', debit: held, credit: due })
    settle('release_rest', balanceOf(held, done), { kind: 'release', debit: held, credit: prepaid })
    if (!isDone) return
    ensure(order.organisationId, balanceOf(due, done), new Date(at.getTime() + MINUTE))
    settle('collect_balance', balanceOf(due, done), { kind: 'collect_balance', debit: prepaid, credit: due })
    settle('take_fee', feeFen(balanceOf(income, done), FEE_BASIS_POINTS), {
      kind: 'fee',
      debit: income,
      credit: ACCOUNTS.fee(order.providerId),
    })
    settle('credit_provider', balanceOf(income, done), { kind: 'share', debit: income, credit: ACCOUNTS.payable(order.providerId) })
    settle('close', fen)
  }

  function billed(charge: AcceptedCharge, at: Date): void {
    const { chargeId, reservationId: id, organisationId, providerId, totalFen: fen } = charge
    const party = { id, organisation_id: organisationId, provider_id: providerId }
    const fee = feeFen(fen, FEE_BASIS_POINTS)
    made.bills.push({
      id,
      kind: charge.kind,
      number: charge.number,
      title: charge.title,
      organisation_id: organisationId,
      provider_id: providerId,
      charge_id: chargeId,
      total_fen: fen.toString(),
      charged_fen: fen.toString(),
      paid_fen: fen.toString(),
      fee_fen: fee.toString(),
      fee_basis_points: FEE_BASIS_POINTS,
      state: 'done',
      opened_at: at,
      done_at: at,
    })
    ensure(organisationId, fen, new Date(at.getTime() - MINUTE), ROUND_BOOKINGS_FEN)
    const [due, income] = [ACCOUNTS.due(party), ACCOUNTS.income(party)]
    const move = (part: string, transfer: Omit<Transfer, 'cause' | 'billId'>) =>
      post(at, { ...transfer, cause: `booking:${chargeId}:${part}`, billId: id })
    move('charge', { kind: 'charge', debit: due, credit: income, fen })
    move('collect', { kind: 'collect_balance', debit: ACCOUNTS.prepaid(organisationId), credit: due, fen })
    move('fee', { kind: 'fee', debit: income, credit: ACCOUNTS.fee(providerId), fen: fee })
    move('share', { kind: 'share', debit: income, credit: ACCOUNTS.payable(providerId), fen: fen - fee })
  }

  /** On the fifth of a month each provider takes what it has earned until then. */
  function payOut(at: Date): void {
    for (const [name, account] of [...made.accounts]) {
      if (account.kind !== 'provider_payable') continue
      const providerId = String(account.organisation_id)
      const fen = account.credit - account.debit
      if (fen < 500_000n) continue
      const id = context.id(`outgoing|${name}|${at.toISOString()}`)
      const sent = new Date(at.getTime() + DAY)
      const number = readableNumber('PYO', context.dayOf(at.getTime()), id)
      made.outgoings.push({
        id,
        number,
        kind: 'payout',
        organisation_id: providerId,
        amount_fen: fen.toString(),
        account_name: nameOf.get(providerId) ?? '',
        account_number: `3100${id.replaceAll(/\D/g, '').slice(0, 12)}`,
        bank_name: '演示银行虹东支行',
        reason: '',
        state: 'sent',
        asked_by: personOf(providerId, 'finance'),
        asked_at: at,
        decided_by: null,
        ended_at: sent,
        refusal: null,
      })
      post(at, { cause: `outgoing:${id}:asked`, kind: 'payout_asked', debit: ACCOUNTS.payable(providerId), credit: ACCOUNTS.payouts, fen })
      post(sent, { cause: `outgoing:${id}:sent`, kind: 'payout_sent', debit: ACCOUNTS.payouts, credit: ACCOUNTS.bank, fen })
      addLine(`out|${id}`, sent, {
        fen: -fen,
        name: nameOf.get(providerId) ?? '',
        reference: `结算款 ${number}`,
        state: 'assigned',
        matched_by: 'number',
        target: 'outgoing',
        outgoing_id: id,
        decided_at: sent,
      })
    }
  }

  for (const event of eventsOf(context, given)) {
    if (event.kind === 'pay_out') payOut(event.at)
    else if (event.kind === 'bill') billed(event.charge, event.at)
    else {
      const { order } = event
      const party = { id: order.id, organisation_id: order.organisationId, provider_id: order.providerId }
      if (event.kind === 'accept') accepted(order, party, event.at)
      else charged(order, party, event.at, event.kind)
    }
  }
  ensure(given.cast.enterpriseId, 300_000n, new Date(context.now.getTime() - 3 * DAY + 10 * 60 * MINUTE))
  for (const [index, open] of OPEN_LINES.entries())
    addLine(`open|${index}`, new Date(context.now.getTime() - (index + 1) * DAY), {
      fen: open.fen,
      name: open.name,
      reference: open.reference,
    })

  return {
    accounts: [...made.accounts.values()].map(({ debit, credit, ...row }) => ({
      ...row,
      debit_fen: debit.toString(),
      credit_fen: credit.toString(),
    })),
    transfers: made.transfers,
    terms: made.terms,
    settlements: made.settlements,
    bills: made.bills,
    steps: made.steps.toSorted(
      (a, b) => SETTLEMENT_STEPS.indexOf(a.step as SettlementStep) - SETTLEMENT_STEPS.indexOf(b.step as SettlementStep),
    ),
    payments: made.payments,
    lines: made.lines,
    outgoings: made.outgoings,
    statements: [...made.statements.values()],
    fees: feeRules(context, operator),
    deposits,
    ...invoicesOf(context, given, { nameOf, personOf }),
  }
}

/** What the bank tells of which nobody knows yet what it is. */
const OPEN_LINES = [
  { fen: 486_000n, name: '宁沪生物材料（太仓）有限公司', reference: '货款' },
  { fen: 120_000n, name: '王建国', reference: '检测费' },
  { fen: -3_500n, name: '演示银行虹东支行', reference: '账户管理费' },
] as const

type MoneyEvent =
  | { readonly kind: 'pay_out'; readonly at: Date }
  | { readonly kind: 'bill'; readonly at: Date; readonly charge: AcceptedCharge }
  | { readonly kind: 'accept' | 'order' | 'cancellation'; readonly at: Date; readonly order: DemoOrder }

/** What moves money, in the order in which it happened. */
function eventsOf(context: Context, { orders, charges }: Given): MoneyEvent[] {
  const events: MoneyEvent[] = orders.flatMap((order): MoneyEvent[] => {
    const [accept, approve, cancel] = [order.at.get('accept'), order.at.get('approve'), order.at.get('cancel')]
    return [
      ...(accept ? [{ kind: 'accept' as const, at: accept, order }] : []),
      ...(approve ? [{ kind: 'order' as const, at: approve, order }] : []),
      ...(cancel ? [{ kind: 'cancellation' as const, at: cancel, order }] : []),
    ]
  })
  for (const charge of charges) events.push({ kind: 'bill', at: charge.at, charge })
  for (let month = 1; month <= 11; month += 1) events.push({ kind: 'pay_out', at: new Date(context.now.getTime() - month * 30 * DAY) })
  return events.sort((a, b) => a.at.getTime() - b.at.getTime())
}

function feeRules(context: Context, operator: string | null): Row[] {
  return [
    {
      id: context.id('fee-rule|all'),
      provider_id: null,
      valid_from: context.dayOf(context.now.getTime() - 700 * DAY),
      rate_basis_points: FEE_BASIS_POINTS,
      note: '平台运行费，按结算收入计',
      created_by: operator,
      created_at: new Date(context.now.getTime() - 701 * DAY),
    },
  ]
}

/** Every third provider, and the one that people look around with, wants a part before the work. */
function depositRules(context: Context, { orders, cast }: Given): Row[] {
  const providers = [...new Set(orders.map(({ providerId }) => providerId))].sort()
  return providers
    .filter((id, index) => id === cast.providerId || index % 3 === 0)
    .map((providerId) => ({
      id: context.id(`deposit-rule|${providerId}`),
      provider_id: providerId,
      valid_from: context.dayOf(context.now.getTime() - 600 * DAY),
      deposit_percent: 30,
      is_required: false,
      created_by: null,
      created_at: new Date(context.now.getTime() - 600 * DAY),
    }))
}

type Names = {
  readonly nameOf: ReadonlyMap<string, string>
  readonly personOf: (organisationId: string, role: string) => string | null
}

/** The enterprise that people look around with has its invoice data, issued invoices, and requests that wait. */
function invoicesOf(context: Context, { orders, organisations, cast }: Given, { nameOf, personOf }: Names) {
  const enterprise = organisations.find((row) => row.id === cast.enterpriseId)
  const data = {
    invoice_title: nameOf.get(cast.enterpriseId) ?? '',
    taxpayer_number: String(enterprise?.uscc ?? ''),
    invoice_kind: 'special',
    address: String(enterprise?.address ?? ''),
    phone: '000-5550-1188',
    bank_name: '演示银行虹东支行',
    bank_account: '1219000055501188',
    email: 'invoice@demo.jiju.example',
  }
  const settled = orders.filter(({ organisationId, state }) => organisationId === cast.enterpriseId && state === 'settled')
  const invoices: Row[] = []
  const invoiceOrders: Row[] = []
  for (const [index, order] of settled.slice(0, -1).entries()) {
    const id = context.id(`invoice|${order.id}`)
    const asked = new Date((order.at.get('settle')?.getTime() ?? context.now.getTime()) + DAY)
    const isIssued = index % 3 !== 2 && asked.getTime() + 3 * DAY < context.now.getTime()
    const issued = new Date(asked.getTime() + 3 * DAY)
    invoices.push({
      id,
      number: readableNumber('INV', context.dayOf(asked.getTime()), id),
      organisation_id: cast.enterpriseId,
      provider_id: order.providerId,
      amount_fen: order.totalFen.toString(),
      contents: '检测服务费',
      ...data,
      state: isIssued ? 'issued' : 'asked',
      asked_by: personOf(cast.enterpriseId, 'finance'),
      asked_at: asked,
      invoice_number: isIssued ? `26${id.replaceAll(/\D/g, '').padEnd(18, '7').slice(0, 18)}` : null,
      invoice_day: isIssued ? context.dayOf(issued.getTime()) : null,
      ended_by: isIssued ? personOf(order.providerId, 'finance') : null,
      ended_at: isIssued ? issued : null,
      refusal: null,
    })
    invoiceOrders.push({ request_id: id, order_id: order.id, amount_fen: order.totalFen.toString(), live_order_id: order.id })
  }
  return { profiles: [{ organisation_id: cast.enterpriseId, ...data, version: 1 }], invoices, invoiceOrders }
}
