import { newId } from '@jiju/kernel/ids'
import { parseFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { sendDownload } from '@jiju/platform/files/send-download'
import { workbookStream } from '@jiju/platform/files/write-workbook'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import { writePdf } from '@jiju/platform/pdf/write-pdf'
import { fileResponse } from '@jiju/wire/file'
import { pageQuery } from '@jiju/wire/page'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { LedgerTotals } from '../../contract/bank.ts'
import {
  AddDepositRule,
  AddFeeRule,
  DepositRuleList,
  FeeRuleList,
  Ledger,
  type MoneySide,
  MoneyStatement,
  MonthQuery,
  OrderIncomeList,
  SideQuery,
} from '../../contract/money.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { presentDepositRule, presentFeeRule, presentIncome } from '../money/present-money.ts'
import { readLedger, readStatement, readTotals, sideOf } from '../money/read-ledger.ts'
import { statementFileName, statementPaper, statementTables } from '../money/statement-files.ts'
import type { OrdersDeps } from '../needs.ts'
import { insertFeeRule, listDepositRules, listFeeRules, writeDepositRule } from '../sql/money/rules.ts'
import { listIncome } from '../sql/money/statements.ts'
import { findOrganisation } from '../sql/organisations.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The ledger as each organisation and the operator read it, and the rules by which money is shared. */
export async function ledgerRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const tags = ['orders']
  const partyOf = (request: FastifyRequest, side: MoneySide | undefined) => ({
    organisationId: organisationOf(request),
    side: sideOf(actorOf(request), side),
  })

  app.get(
    '/ledger',
    {
      schema: {
        operationId: 'getLedger',
        tags,
        summary: 'What the accounts of the own organisation hold',
        querystring: SideQuery,
        response: { 200: Ledger, ...problemResponses },
      },
      config: { access: 'orders.ledger.read' },
    },
    async (request) => readLedger(db, partyOf(request, request.query.side), await needs.isSandboxOpen()),
  )

  app.get(
    '/ledger/statement',
    {
      schema: {
        operationId: 'getMoneyStatement',
        tags,
        summary: 'One month of the own accounts',
        querystring: MonthQuery,
        response: { 200: MoneyStatement, ...problemResponses },
      },
      config: { access: 'orders.ledger.read' },
    },
    async (request) => readStatement(db, partyOf(request, request.query.side), request.query.month),
  )

  app.get(
    '/ledger/statement.xlsx',
    {
      schema: {
        operationId: 'downloadMoneyStatement',
        tags,
        summary: 'One month of the own accounts as a workbook',
        querystring: MonthQuery,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'orders.ledger.read' },
    },
    async (request, reply) => {
      const { month, side } = request.query
      const language = languageOf(request.headers['accept-language'])
      const tables = statementTables(await readStatement(db, partyOf(request, side), month), language)
      return sendDownload(reply, { name: statementFileName(month, language, 'xlsx'), type: XLSX, body: workbookStream(tables) })
    },
  )

  app.get(
    '/ledger/statement.pdf',
    {
      schema: {
        operationId: 'downloadMoneyStatementPaper',
        tags,
        summary: 'One month of the own accounts on paper',
        querystring: MonthQuery,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'orders.ledger.read' },
    },
    async (request, reply) => {
      const { month, side } = request.query
      const language = languageOf(request.headers['accept-language'])
      const body = await writePdf(statementPaper(await readStatement(db, partyOf(request, side), month), language))
      return sendDownload(reply, { name: statementFileName(month, language, 'pdf'), type: 'application/pdf', body })
    },
  )

  app.get(
    '/ledger/income',
    {
      schema: {
        operationId: 'listOrderIncome',
        tags,
        summary: 'What the own orders have brought: charge, fee and share, newest first',
        querystring: z.object(pageQuery),
        response: { 200: OrderIncomeList, ...problemResponses },
      },
      config: { access: 'orders.income.list' },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listIncome(db, {
        providerId: organisationOf(request),
        after: after && { at: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(rows, limit, presentIncome, (row) => [row.opened_at.toISOString(), row.id])
    },
  )

  app.get(
    '/ledger/totals',
    {
      schema: {
        operationId: 'getLedgerTotals',
        tags,
        summary: 'What the whole ledger holds by kind of account',
        response: { 200: LedgerTotals, ...problemResponses },
      },
      config: { access: 'orders.ledger.oversee' },
    },
    async () => readTotals(db),
  )

  app.get(
    '/deposit-rules',
    {
      schema: {
        operationId: 'listDepositRules',
        tags,
        summary: 'What the own institution wants set aside before the work, by day',
        response: { 200: DepositRuleList, ...problemResponses },
      },
      config: { access: 'orders.deposit_rule.edit' },
    },
    async (request) => ({ items: (await listDepositRules(db, organisationOf(request))).map(presentDepositRule) }),
  )

  app.post(
    '/deposit-rules',
    {
      schema: {
        operationId: 'addDepositRule',
        tags,
        summary: 'What is to be set aside from a day on; one of the same day is replaced (Idempotency-Key)',
        body: AddDepositRule,
        response: { 201: DepositRuleList, ...problemResponses },
      },
      config: { access: 'orders.deposit_rule.edit' },
    },
    async (request, reply) => {
      const providerId = organisationOf(request)
      const { validFrom, depositPercent, isRequired } = request.body
      const by = actorOf(request).userId
      return runCommand(db, request, reply, async (tx, command) => {
        if (validFrom < localDayOf(command.now, ORDER_ZONE))
          throw new Refusal({ code: 'orders.rule_in_past', kind: 'refused', field: '/validFrom' })
        if (isRequired && depositPercent === 0)
          throw new Refusal({ code: 'orders.deposit_of_nothing', kind: 'refused', field: '/depositPercent' })
        const id = newId(command.now.getTime())
        await writeDepositRule(tx, { id, providerId, validFrom, percent: depositPercent, isRequired, by, at: command.now })
        await command.audit({
          action: 'orders.deposit_rule.add',
          subjectType: 'organisation',
          subjectId: providerId,
          detail: { validFrom, depositPercent, isRequired },
        })
        return { status: 201, body: { items: (await listDepositRules(tx, providerId)).map(presentDepositRule) } }
      })
    },
  )

  app.get(
    '/fee-rules',
    {
      schema: {
        operationId: 'listFeeRules',
        tags,
        summary: 'The platform’s fees: all for the operator, those that concern it for a provider',
        response: { 200: FeeRuleList, ...problemResponses },
      },
      config: { access: 'orders.fee_rule.list' },
    },
    async (request) => {
      const { organisationKind } = actorOf(request)
      const rows = await listFeeRules(db, organisationKind === 'operator' ? undefined : organisationOf(request))
      return { items: rows.map(presentFeeRule) }
    },
  )

  app.post(
    '/fee-rules',
    {
      schema: {
        operationId: 'addFeeRule',
        tags,
        summary: 'A fee from a later day on, for one provider or for all without one of their own (Idempotency-Key)',
        body: AddFeeRule,
        response: { 201: FeeRuleList, ...problemResponses },
      },
      config: { access: 'orders.fee_rule.add' },
    },
    async (request, reply) => {
      const { providerId, validFrom, ratePercent, note } = request.body
      const by = actorOf(request).userId
      return runCommand(db, request, reply, async (tx, command) => {
        if (validFrom <= localDayOf(command.now, ORDER_ZONE))
          throw new Refusal({ code: 'orders.rule_in_past', kind: 'refused', field: '/validFrom' })
        if (providerId !== null && (await findOrganisation(tx, providerId))?.kind !== 'provider')
          throw new Refusal({ code: 'orders.provider_unknown', kind: 'refused', field: '/providerId' })
        const rule = {
          id: newId(command.now.getTime()),
          providerId,
          validFrom,
          basisPoints: Number(parseFen(ratePercent)),
          note,
          by,
          at: command.now,
        }
        if (!(await insertFeeRule(tx, rule))) throw new Refusal({ code: 'orders.rule_exists', kind: 'conflict', field: '/validFrom' })
        await command.audit({
          action: 'orders.fee_rule.add',
          subjectType: 'fee_rule',
          subjectId: rule.id,
          detail: { providerId, validFrom, ratePercent },
        })
        return { status: 201, body: { items: (await listFeeRules(tx)).map(presentFeeRule) } }
      })
    },
  )
}
