import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { sendDownload } from '@jiju/platform/files/send-download'
import { workbookStream } from '@jiju/platform/files/write-workbook'
import { organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ChargeItemList, ExportCharges, ListCharges, WaiveCharge } from '../../contract/charge-lists.ts'
import { Charge } from '../../contract/charges.ts'
import { UseParams } from '../../contract/use.ts'
import type { BookingDeps } from '../needs.ts'
import { listChargeItems, sumCharges } from '../sql/use/charge-lists.ts'
import { chargeFilterOf, chargeTable, presentChargeItem } from '../use/charge-list.ts'
import { presentCharge } from '../use/present-use.ts'
import { waiveOwnCharge } from '../use/waive-own-charge.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** Charges as lists and workbooks, for who pays and for who is paid. */
export async function chargeListRoutes(scope: FastifyInstance, { db, needs }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const tags = ['booking']
  const sides = [
    { path: '/charges', side: 'organisationId', list: 'listCharges', file: 'downloadCharges', whose: 'own', access: 'booking.charge.list' },
    {
      path: '/received-charges',
      side: 'providerId',
      list: 'listReceivedCharges',
      file: 'downloadReceivedCharges',
      whose: 'received',
      access: 'booking.received_charge.list',
    },
  ] as const

  for (const { path, side, list, file, whose, access } of sides) {
    const ofSide = (organisationId: string) => (side === 'providerId' ? { providerId: organisationId } : { organisationId })
    app.get(
      path,
      {
        schema: {
          operationId: list,
          tags,
          summary: `The ${whose} charges that stand, latest first, with their sum`,
          querystring: ListCharges,
          response: { 200: ChargeItemList, ...problemResponses },
        },
        config: { access },
      },
      async (request) => {
        const { cursor, limit, ...asked } = request.query
        const filter = chargeFilterOf(ofSide(organisationOf(request)), asked, request.server.now())
        const after = decodeCursor(cursor, Cursor)
        const page = { after: after && { createdAt: new Date(after[0]), id: after[1] }, limit: limit + 1 }
        const rows = await listChargeItems(db, filter, page)
        const { count, total_fen } = await sumCharges(db, filter)
        return {
          ...toPage(rows, limit, presentChargeItem, (row) => [row.created_at.toISOString(), row.id]),
          count,
          total: formatFen(total_fen),
        }
      },
    )

    app.get(
      `${path}.xlsx`,
      {
        schema: {
          operationId: file,
          tags,
          summary: `The ${whose} charges that the filters find, as a workbook`,
          querystring: ExportCharges,
          response: { ...fileResponse, ...problemResponses },
        },
        config: { access },
      },
      async (request, reply) => {
        const filter = chargeFilterOf(ofSide(organisationOf(request)), request.query, request.server.now())
        const table = chargeTable(db, filter, languageOf(request.headers['accept-language']))
        return sendDownload(reply, { name: 'charges.xlsx', type: XLSX, body: workbookStream([table]) })
      },
    )
  }

  app.post(
    '/charges/:id/waive',
    {
      schema: {
        operationId: 'waiveCharge',
        tags,
        summary: 'Take off a fee for not coming or for a training; the charge before stays readable',
        params: UseParams,
        body: WaiveCharge,
        response: { 200: Charge, ...problemResponses },
      },
      config: { access: 'booking.charge.waive' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const wish = { id: request.params.id, providerId: organisationOf(request), reason: request.body.reason }
        const charge = await waiveOwnCharge(tx, command, needs, wish)
        if (!charge) throw new Refusal({ code: 'booking.charge_waived', kind: 'conflict' })
        return { status: 200, body: presentCharge(charge, { agreedFen: charge.total_fen, now: command.now, mayAnswer: false }) }
      }),
  )
}
