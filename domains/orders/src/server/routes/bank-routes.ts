import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { cleanName } from '@jiju/platform/files/upload'
import { actorOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AssignBankLine, BankImport, BankLine, BankLineList, BankLineParams, ListBankLines, SetBankLineAside } from '../../contract/bank.ts'
import { assignLine, setLineAside } from '../money/assign-line.ts'
import { importStatement, readStatementFile } from '../money/import-statement.ts'
import { presentBankLine } from '../money/present-money.ts'
import type { OrdersDeps, OrdersTables } from '../needs.ts'
import { findBankLine, listBankLines } from '../sql/money/bank-lines.ts'

const MAX_STATEMENT_BYTES = 5 * 1_048_576
const Cursor = z.tuple([z.iso.date(), z.uuid()])
const DECIDED = { code: 'orders.bank_line_decided', kind: 'conflict' } as const

/** The bank's statements: imported, matched, and decided by a person where nothing is certain. */
export async function bankRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const tags = ['orders']

  app.post(
    '/bank-statements',
    {
      schema: {
        operationId: 'importBankStatement',
        tags,
        summary: 'Import a bank statement (multipart, CSV or xlsx of at most 5 MB); lines that are there already are passed over',
        consumes: ['multipart/form-data'],
        response: { 201: BankImport, ...problemResponses },
      },
      config: { access: 'orders.bank.import' },
    },
    async (request, reply) => {
      const part = await request.file({ limits: { fileSize: MAX_STATEMENT_BYTES } })
      if (!part) throw new Refusal({ code: 'orders.no_file', kind: 'invalid' })
      const content = await part.toBuffer()
      const read = await readStatementFile(content)
      const by = actorOf(request).userId
      return runCommand(db, request, reply, async (tx, command) => {
        const done = await importStatement(tx, command, { content, name: cleanName(part.filename), read, by })
        return { status: 201, body: { ...done, problems: [...done.problems] } }
      })
    },
  )

  app.get(
    '/bank-lines',
    {
      schema: {
        operationId: 'listBankLines',
        tags,
        summary: 'Lines of bank statements, newest first',
        querystring: ListBankLines,
        response: { 200: BankLineList, ...problemResponses },
      },
      config: { access: 'orders.bank.list' },
    },
    async (request) => {
      const { state, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listBankLines(db, { state, after: after && { bookedOn: after[0], id: after[1] }, limit })
      return toPage(rows, limit, presentBankLine, (row) => [row.booked_on, row.id])
    },
  )

  async function present(tx: Db<OrdersTables>, id: string) {
    const row = await findBankLine(tx, id)
    if (!row) throw new Error('a line that was decided is gone')
    return { status: 200, body: presentBankLine(row) }
  }

  app.post(
    '/bank-lines/:id/assignment',
    {
      schema: {
        operationId: 'assignBankLine',
        tags,
        summary: 'Say what a line is, and book it so (Idempotency-Key)',
        params: BankLineParams,
        body: AssignBankLine,
        response: { 200: BankLine, ...problemResponses },
      },
      config: { access: 'orders.bank.decide' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const nothing = { organisationId: null, paymentId: null, outgoingId: null, programmeId: null, note: null }
        const by = actorOf(request).userId
        const wanted = { ...nothing, ...request.body, lineId: request.params.id, matchedBy: 'person' as const, by }
        if (!(await assignLine(tx, command, wanted))) throw new Refusal(DECIDED)
        return present(tx, request.params.id)
      }),
  )

  app.post(
    '/bank-lines/:id/setting-aside',
    {
      schema: {
        operationId: 'setBankLineAside',
        tags,
        summary: 'The line is nothing of the platform’s, with the reason (Idempotency-Key)',
        params: BankLineParams,
        body: SetBankLineAside,
        response: { 200: BankLine, ...problemResponses },
      },
      config: { access: 'orders.bank.decide' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { note } = request.body
        if (!(await setLineAside(tx, command, { lineId: request.params.id, note, by: actorOf(request).userId }))) throw new Refusal(DECIDED)
        return present(tx, request.params.id)
      }),
  )
}
