import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { sendDownload } from '@jiju/platform/files/send-download'
import { workbookStream } from '@jiju/platform/files/write-workbook'
import { type Actor, actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  AcceptClaim,
  AddPaperQuery,
  AskForMore,
  ClaimFilter,
  ClaimParams,
  ListClaims,
  PaperParams,
  RejectClaim,
  SupplyClaim,
  VoucherClaim,
  VoucherClaimList,
  VoucherClaimSums,
} from '../../contract/voucher-claims.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { ClaimAct } from '../../core/vouchers/vocabulary.ts'
import type { OrdersDeps } from '../needs.ts'
import { rootKey } from '../reports/signing-keys.ts'
import { type ClaimRow, findClaim, listClaims, sumClaims } from '../sql/vouchers/claims.ts'
import { addEvidencePaper } from '../vouchers/add-paper.ts'
import { changeClaim } from '../vouchers/decide-claim.ts'
import { evidenceBundle } from '../vouchers/evidence-bundle.ts'
import { evidenceOf } from '../vouchers/frozen-evidence.ts'
import { VOUCHER_MISSING } from '../vouchers/matter.ts'
import { type ClaimSide, claimsTable, presentClaim, presentSum, readClaim } from '../vouchers/present-claim.ts'

const tags = ['orders']
const READ = 'orders.voucher_claim.read'
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MAX_SUMS = 500
const MAX_ROWS = 20_000

const sideOf = ({ organisationKind }: Actor): ClaimSide => (organisationKind === 'operator' ? 'office' : 'provider')

/** Claims for redeemed vouchers: the provider proves them, the office decides. */
export async function voucherClaimRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  /** A provider sees its own claims, the office all. */
  const providerOf = (request: FastifyRequest, asked?: string) =>
    sideOf(actorOf(request)) === 'provider' ? organisationOf(request) : asked
  const getClaim = async (request: FastifyRequest, voucherId: string): Promise<ClaimRow> => {
    const claim = await findClaim(db, voucherId)
    const own = providerOf(request)
    if (!claim || (own !== undefined && claim.provider_id !== own)) throw new Refusal(VOUCHER_MISSING)
    return claim
  }

  app.get(
    '/voucher-claims',
    {
      schema: {
        operationId: 'listVoucherClaims',
        tags,
        summary: 'Claims of the own organisation, newest first; the office sees all',
        querystring: ListClaims,
        response: { 200: VoucherClaimList, ...problemResponses },
      },
      config: { access: READ },
    },
    async (request) => {
      const { programmeId, providerId, month, state, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listClaims(db, {
        providerId: providerOf(request, providerId),
        programmeId,
        month,
        state: state === 'all' ? undefined : state,
        after: after && { createdAt: new Date(after[0]), id: after[1] },
        limit,
      })
      const side = sideOf(actorOf(request))
      return toPage(
        rows,
        limit,
        (row) => presentClaim(row, side),
        (row) => [row.created_at.toISOString(), row.voucher_id],
      )
    },
  )

  app.get(
    '/voucher-claim-sums',
    {
      schema: {
        operationId: 'sumVoucherClaims',
        tags,
        summary: 'Sums of claims by month, programme and provider, newest month first',
        querystring: ClaimFilter,
        response: { 200: VoucherClaimSums, ...problemResponses },
      },
      config: { access: READ },
    },
    async (request) => {
      const { programmeId, providerId, month } = request.query
      const rows = await sumClaims(db, { providerId: providerOf(request, providerId), programmeId, month, limit: MAX_SUMS })
      return { items: rows.map(presentSum) }
    },
  )

  app.get(
    '/voucher-claims.xlsx',
    {
      schema: {
        operationId: 'downloadVoucherClaims',
        tags,
        summary: 'Claims of a month or a provider as a workbook',
        querystring: ClaimFilter,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: READ },
    },
    async (request, reply) => {
      const { programmeId, providerId, month } = request.query
      const own = providerOf(request, providerId)
      const rows = await listClaims(db, { providerId: own, programmeId, month, state: undefined, after: undefined, limit: MAX_ROWS })
      const name = `voucher-claims-${month ?? localDayOf(request.server.now(), ORDER_ZONE)}.xlsx`
      return sendDownload(reply, { name, type: XLSX, body: workbookStream([claimsTable(rows)]) })
    },
  )

  app.get(
    '/voucher-claims/:voucherId',
    {
      schema: {
        operationId: 'getVoucherClaim',
        tags,
        summary: 'A claim with its history and what proves it',
        params: ClaimParams,
        response: { 200: VoucherClaim, ...problemResponses },
      },
      config: { access: READ },
    },
    async (request, reply) => {
      const row = await getClaim(request, request.params.voucherId)
      setVersion(reply, row.version)
      return readClaim(db, needs.files, row, sideOf(actorOf(request)))
    },
  )

  app.get(
    '/voucher-claims/:voucherId/evidence.zip',
    {
      schema: {
        operationId: 'downloadVoucherEvidence',
        tags,
        summary: 'All papers of a claim with their list in one archive, signed; `jiju report verify` checks it',
        params: ClaimParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: READ },
    },
    async (request, reply) => {
      const row = await getClaim(request, request.params.voucherId)
      const evidence = await evidenceOf(db, needs.files, row)
      const now = request.server.now()
      const body = await evidenceBundle(evidence, {
        number: row.number,
        claimedAt: row.created_at,
        now,
        publicAddress: needs.publicAddress,
        root: await db.transaction().execute((tx) => rootKey(tx, needs, now)),
      })
      return sendDownload(reply, { name: `${row.number}.zip`, type: 'application/zip', body })
    },
  )

  app.get(
    '/voucher-claims/:voucherId/papers/:sha256',
    {
      schema: {
        operationId: 'readVoucherPaper',
        tags,
        summary: 'The bytes of one paper of a claim',
        params: PaperParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: READ },
    },
    async (request, reply) => {
      const { voucherId, sha256 } = request.params
      const row = await getClaim(request, voucherId)
      const { papers } = await evidenceOf(db, needs.files, row)
      const paper = papers.find((one) => one.sha256 === sha256)
      if (!paper) throw new Refusal(VOUCHER_MISSING)
      return sendDownload(reply, { name: paper.name, type: paper.mediaType, body: await paper.read() })
    },
  )

  app.post(
    '/voucher-claims/:voucherId/papers',
    {
      schema: {
        operationId: 'addVoucherPaper',
        tags,
        summary: 'Add a paper to a claim that is not decided (multipart, at most 20 MB)',
        consumes: ['multipart/form-data'],
        params: ClaimParams,
        querystring: AddPaperQuery,
        response: { 201: VoucherClaim, ...problemResponses },
      },
      config: { access: 'orders.voucher_claim.supply' },
    },
    async (request, reply) => {
      const part = await request.file()
      if (!part) throw new Refusal({ code: 'orders.no_file', kind: 'invalid' })
      const sent = {
        voucherId: request.params.voucherId,
        providerId: organisationOf(request),
        personId: actorOf(request).userId,
        kind: request.query.kind,
        stream: part.file,
        name: part.filename,
      }
      return runCommand(db, request, reply, async (tx, command) => {
        await addEvidencePaper(tx, command, needs, sent)
        const row = await findClaim(tx, sent.voucherId)
        if (!row) throw new Refusal(VOUCHER_MISSING)
        return { status: 201, body: await readClaim(tx, needs.files, row, 'provider'), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  const acts = [
    { act: 'ask_more', path: 'ask-more', side: 'office', summary: 'Ask the provider for more papers or words', body: AskForMore },
    { act: 'accept', path: 'accept', side: 'office', summary: 'Accept a claim; the papers are kept as they are now', body: AcceptClaim },
    {
      act: 'reject',
      path: 'reject',
      side: 'office',
      summary: 'Reject a claim with the reason; quota and budget are given back',
      body: RejectClaim,
    },
    { act: 'supply', path: 'supply', side: 'provider', summary: 'What the office asked for is there', body: SupplyClaim },
  ] as const satisfies readonly { act: ClaimAct; path: string; side: ClaimSide; summary: string; body: z.ZodType }[]
  for (const { act, path, side, summary, body } of acts)
    app.post(
      `/voucher-claims/:voucherId/${path}`,
      {
        schema: {
          operationId: `${path.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}VoucherClaim`,
          tags,
          summary: `${summary} (If-Match)`,
          params: ClaimParams,
          body: body as z.ZodType<{ words?: string; reason?: string }>,
          response: { 200: VoucherClaim, ...problemResponses },
        },
        config: { access: side === 'office' ? 'orders.voucher_claim.decide' : 'orders.voucher_claim.supply' },
      },
      async (request, reply) => {
        const said = request.body
        const wanted = {
          voucherId: request.params.voucherId,
          act,
          side,
          providerId: organisationOf(request),
          personId: actorOf(request).userId,
          version: expectedVersion(request),
          words: said.reason ?? said.words,
        }
        return runCommand(db, request, reply, async (tx, command) => {
          const row = await changeClaim(tx, command, needs.files, wanted)
          return { status: 200, body: await readClaim(tx, needs.files, row, side), headers: { etag: versionTag(row.version) } }
        })
      },
    )
}
