import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { actorOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  ApplicantParams,
  EndRelatedParty,
  FindOrganisations,
  FoundOrganisations,
  ListRelatedParties,
  NoteApplicant,
  NoteRelatedParty,
  ProgrammeParams,
  RelatedParty,
  RelatedPartyList,
  VoucherApplicantList,
} from '../../contract/voucher-programmes.ts'
import type { OrdersDeps } from '../needs.ts'
import { findOrganisation } from '../sql/organisations.ts'
import {
  endRelated,
  findOrganisationsByName,
  insertRelated,
  listApplicants,
  listRelated,
  noteApplicant,
} from '../sql/vouchers/lists-of-office.ts'
import { presentRelated } from '../vouchers/present-programme.ts'

const tags = ['orders']
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const ENTRY_MISSING = { code: 'orders.voucher_entry_missing', kind: 'missing' } as const
const ORGANISATION_MISSING = { code: 'orders.voucher_organisation_missing', kind: 'refused' } as const

/** What the office notes about organisations: start-up teams and related parties, each with its source. */
export async function voucherOfficeRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/voucher-organisations',
    {
      schema: {
        operationId: 'findVoucherOrganisations',
        tags,
        summary: 'Verified enterprises and providers by name, at most ten',
        querystring: FindOrganisations,
        response: { 200: FoundOrganisations, ...problemResponses },
      },
      config: { access: 'orders.voucher_programme.read' },
    },
    async (request) => ({ items: await findOrganisationsByName(db, { q: request.query.q, kind: request.query.kind, limit: 10 }) }),
  )

  app.get(
    '/voucher-applicants',
    {
      schema: {
        operationId: 'listVoucherApplicants',
        tags,
        summary: 'Organisations about which the office has noted as what they apply',
        response: { 200: VoucherApplicantList, ...problemResponses },
      },
      config: { access: 'orders.voucher_programme.read' },
    },
    async () => ({
      items: (await listApplicants(db)).map((row) => ({
        organisationId: row.organisation_id,
        organisationName: row.organisation_name,
        kind: row.kind,
        source: row.source,
        notedAt: row.noted_at.toISOString(),
      })),
    }),
  )

  app.put(
    '/voucher-applicants/:organisationId',
    {
      schema: {
        operationId: 'noteVoucherApplicant',
        tags,
        summary: 'Note as what an organisation applies, with the source',
        params: ApplicantParams,
        body: NoteApplicant,
        response: { 204: z.null(), ...problemResponses },
      },
      config: { access: 'orders.voucher_programme.write' },
    },
    async (request, reply) => {
      const { organisationId } = request.params
      return runCommand(db, request, reply, async (tx, command) => {
        const organisation = await findOrganisation(tx, organisationId)
        if (organisation?.kind !== 'enterprise') throw new Refusal({ ...ORGANISATION_MISSING, kind: 'missing' })
        await noteApplicant(tx, { ...request.body, organisationId, by: actorOf(request).userId, at: command.now })
        await command.audit({
          action: 'orders.voucher_applicant.note',
          subjectType: 'organisation',
          subjectId: organisationId,
          detail: { ...request.body },
        })
        return { status: 204, body: null }
      })
    },
  )

  app.get(
    '/related-parties',
    {
      schema: {
        operationId: 'listRelatedParties',
        tags,
        summary: 'Organisations that are noted as related, newest first',
        querystring: ListRelatedParties,
        response: { 200: RelatedPartyList, ...problemResponses },
      },
      config: { access: 'orders.related_party.read' },
    },
    async (request) => {
      const { q, state, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listRelated(db, { q, state, limit, after: after && { notedAt: new Date(after[0]), id: after[1] } })
      return toPage(rows, limit, presentRelated, (row) => [row.noted_at.toISOString(), row.id])
    },
  )

  app.post(
    '/related-parties',
    {
      schema: {
        operationId: 'noteRelatedParty',
        tags,
        summary: 'Note that two organisations are related, with the source',
        body: NoteRelatedParty,
        response: { 201: RelatedParty, ...problemResponses },
      },
      config: { access: 'orders.related_party.write' },
    },
    async (request, reply) => {
      const { organisationId: one, relatedId: other, relation, source } = request.body
      if (one === other) throw new Refusal({ code: 'orders.related_party_self', kind: 'refused', field: '/relatedId' })
      return runCommand(db, request, reply, async (tx, command) => {
        if (!(await findOrganisation(tx, one))) throw new Refusal({ ...ORGANISATION_MISSING, field: '/organisationId' })
        if (!(await findOrganisation(tx, other))) throw new Refusal({ ...ORGANISATION_MISSING, field: '/relatedId' })
        const id = newId(command.now.getTime())
        if (!(await insertRelated(tx, { id, one, other, relation, source, by: actorOf(request).userId, at: command.now })))
          throw new Refusal({ code: 'orders.related_party_known', kind: 'conflict' })
        await command.audit({
          action: 'orders.related_party.note',
          subjectType: 'related_party',
          subjectId: id,
          detail: { ...request.body },
        })
        const [row] = await listRelated(tx, { q: undefined, state: 'all', id, after: undefined, limit: 1 })
        if (!row) throw new Error('a related party that was noted is gone')
        return { status: 201, body: presentRelated(row) }
      })
    },
  )

  app.post(
    '/related-parties/:id/end',
    {
      schema: {
        operationId: 'endRelatedParty',
        tags,
        summary: 'They are related no longer, or never were; with the reason',
        params: ProgrammeParams,
        body: EndRelatedParty,
        response: { 200: RelatedParty, ...problemResponses },
      },
      config: { access: 'orders.related_party.write' },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason } = request.body
      return runCommand(db, request, reply, async (tx, command) => {
        if (!(await endRelated(tx, { id, reason, by: actorOf(request).userId, at: command.now }))) throw new Refusal(ENTRY_MISSING)
        await command.audit({ action: 'orders.related_party.end', subjectType: 'related_party', subjectId: id, detail: { reason } })
        const [row] = await listRelated(tx, { q: undefined, state: 'all', id, after: undefined, limit: 1 })
        if (!row) throw new Refusal(ENTRY_MISSING)
        return { status: 200, body: presentRelated(row) }
      })
    },
  )
}
