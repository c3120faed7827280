import { type Problem, Refusal } from '@jiju/kernel/problem'
import { sendFile } from '@jiju/platform/files/send-file'
import { findFile } from '@jiju/platform/files/upload'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  ChooseFactSource,
  CorrectFact,
  CoverageQuery,
  DecideFactReport,
  EditEnterprise,
  EnterpriseFacts,
  EnterpriseList,
  FactCodeParams,
  FactConflictList,
  FactCoverage,
  FactParams,
  FactReport,
  FactReportList,
  GiveReason,
  ListEnterprises,
  ListFactConflicts,
  ListFactReports,
  MissingList,
  MissingQuery,
  OwnFacts,
  RecordedFactId,
  RecordPaperConsent,
  RegisterEnterprise,
  RegisteredEnterprise,
  StateOwnFact,
} from '../../contract/facts.ts'
import { chooseSource } from '../facts/choose-source.ts'
import { correctFact } from '../facts/correct-fact.ts'
import { doubtsOfReports, refuseFaults } from '../facts/doubt-facts.ts'
import { editEnterprise, endPaperConsent, recordPaperConsent, registerEnterprise } from '../facts/edit-register.ts'
import { getDefinition } from '../facts/get-definition.ts'
import { presentConflict, presentEnterprise, presentReport } from '../facts/present-facts.ts'
import { getEnterprise, readEnterpriseFacts, readFactCoverage, readOwnFacts, wantedPeriods } from '../facts/read-enterprise.ts'
import { decideOwnFact, getReport, stateOwnFact, withdrawOwnFact } from '../facts/self-report.ts'
import type { ScoringDeps } from '../needs.ts'
import { countEnterprises, type EnterpriseRow, findEnterpriseOf, listEnterprises } from '../sql/enterprises.ts'
import { countConflicts, listConflicts, listMissing } from '../sql/fact-views.ts'
import { findReport, listReports } from '../sql/reports.ts'

const tags = ['scoring']
const read = { access: 'scoring.fact.read' }
const write = { access: 'scoring.fact.write' }
const own = { access: 'scoring.own_fact.state' }
const languageIn = (request: FastifyRequest) => languageOf(request.headers['accept-language'])
const ByName = z.tuple([z.string(), z.uuid()])
const ByConflict = z.tuple([z.number(), z.uuid(), z.string(), z.string()])
const ById = z.tuple([z.uuid()])
const NOT_LISTED: Problem = { code: 'scoring.report_not_listed', kind: 'missing' }

/** The register of enterprises, what is known of them, and who decides what is right. */
export async function factRoutes(scope: FastifyInstance, { db, needs }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  const tagged = (reply: FastifyReply, row: EnterpriseRow) => {
    setVersion(reply, row.version)
    return presentEnterprise(row)
  }

  app.get(
    '/enterprises',
    {
      schema: {
        operationId: 'listRegisteredEnterprises',
        tags,
        summary: 'Enterprises that can be scored, by name',
        querystring: ListEnterprises,
        response: { 200: EnterpriseList, ...problemResponses },
      },
      config: read,
    },
    async (request) => {
      const { words, cursor, limit } = request.query
      const after = decodeCursor(cursor, ByName)
      const rows = await listEnterprises(db, { words, after: after && { name: after[0], id: after[1] }, limit })
      return { ...toPage(rows, limit, presentEnterprise, (row) => [row.name, row.id]), ...(await countEnterprises(db)) }
    },
  )

  app.post(
    '/enterprises',
    {
      schema: {
        operationId: 'registerEnterprise',
        tags,
        summary: 'Add an enterprise by its credit code',
        body: RegisterEnterprise,
        response: { 201: RegisteredEnterprise, ...problemResponses },
      },
      config: write,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => ({
        status: 201,
        body: tagged(reply, await registerEnterprise(tx, command, request.body)),
      })),
  )

  app.get(
    '/enterprises/:id',
    {
      schema: {
        operationId: 'getRegisteredEnterprise',
        tags,
        summary: 'An enterprise with every statement about it, conflicts, negative events and consents on paper',
        params: FactParams,
        response: { 200: EnterpriseFacts, ...problemResponses },
      },
      config: read,
    },
    async (request, reply) => {
      const facts = await readEnterpriseFacts(db, request.params.id, needs.now())
      setVersion(reply, facts.enterprise.version)
      return facts
    },
  )

  app.put(
    '/enterprises/:id',
    {
      schema: {
        operationId: 'editRegisteredEnterprise',
        tags,
        summary: 'Change what the register says, or that the enterprise refused to be scored',
        params: FactParams,
        body: EditEnterprise,
        response: { 200: RegisteredEnterprise, ...problemResponses },
      },
      config: write,
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await editEnterprise(tx, command, { id: request.params.id, version, content: request.body })
        return { status: 200, body: tagged(reply, row) }
      })
    },
  )

  app.post(
    '/enterprises/:id/corrections',
    {
      schema: {
        operationId: 'correctEnterpriseFact',
        tags,
        summary: 'State another value of a source; the old one is kept',
        params: FactParams,
        body: CorrectFact,
        response: { 201: RecordedFactId, ...problemResponses },
      },
      config: write,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const enterprise = await getEnterprise(tx, request.params.id)
        await getDefinition(tx, request.body.factCode)
        const confidence = request.body.source === 'self_report' ? 'stated' : 'proved'
        const { document, isConfirmed, ...rest } = request.body
        const figure = { ...rest, isConfirmed, creditCode: enterprise.credit_code, at: '' }
        await refuseFaults(tx, [figure], { now: command.now, language: languageIn(request) })
        const by = { enterpriseId: enterprise.id, confidence, personId: actorOf(request).userId } as const
        const correction = { ...rest, ...by, ...(document && { document }) }
        return { status: 201, body: { id: await correctFact(tx, command, correction) } }
      }),
  )

  app.post(
    '/enterprises/:id/choices',
    {
      schema: {
        operationId: 'chooseFactSource',
        tags,
        summary: 'Decide between sources that differ, against their order of authority',
        params: FactParams,
        body: ChooseFactSource,
        response: { 204: z.null(), ...problemResponses },
      },
      config: write,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { id: enterpriseId } = await getEnterprise(tx, request.params.id)
        await getDefinition(tx, request.body.factCode)
        await chooseSource(tx, command, { ...request.body, enterpriseId, personId: actorOf(request).userId })
        return { status: 204, body: null }
      }),
  )

  app.post(
    '/enterprises/:id/consents',
    {
      schema: {
        operationId: 'recordPaperConsent',
        tags,
        summary: 'Record consent to the use of tax and social insurance data that was given on paper',
        params: FactParams,
        body: RecordPaperConsent,
        response: { 204: z.null(), ...problemResponses },
      },
      config: write,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await recordPaperConsent(tx, command, { ...request.body, enterpriseId: request.params.id }, actorOf(request).userId)
        return { status: 204, body: null }
      }),
  )

  app.post(
    '/paper-consents/:id/revoke',
    {
      schema: {
        operationId: 'revokePaperConsent',
        tags,
        summary: 'End a consent on paper; runs from now on lack the facts that need it',
        params: FactParams,
        body: GiveReason,
        response: { 204: z.null(), ...problemResponses },
      },
      config: write,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await endPaperConsent(tx, command, request.params.id, { reason: request.body.reason, personId: actorOf(request).userId })
        return { status: 204, body: null }
      }),
  )

  app.get(
    '/fact-conflicts',
    {
      schema: {
        operationId: 'listFactConflicts',
        tags,
        summary: 'Facts on which sources differ; the order of authority decides them until an officer chooses',
        querystring: ListFactConflicts,
        response: { 200: FactConflictList, ...problemResponses },
      },
      config: read,
    },
    async (request) => {
      const { cursor, limit, show, factCode, leastPercent } = request.query
      const last = decodeCursor(cursor, ByConflict)
      const after = last && { percent: last[0], enterpriseId: last[1], factCode: last[2], period: last[3] }
      const filter = { isOpen: show === 'open', factCode, enterpriseId: undefined, leastPercent, at: needs.now() }
      const rows = await listConflicts(db, { ...filter, after, limit })
      const sortValues = (row: (typeof rows)[number]) => [row.difference_percent, row.enterprise_id, row.fact_code, row.period]
      return { ...toPage(rows, limit, presentConflict, sortValues), total: await countConflicts(db, filter) }
    },
  )

  app.get(
    '/fact-coverage',
    {
      schema: {
        operationId: 'getFactCoverage',
        tags,
        summary: 'How much of what a run of a period needs is known, proved, and how new it is',
        querystring: CoverageQuery,
        response: { 200: FactCoverage, ...problemResponses },
      },
      config: read,
    },
    async (request) => readFactCoverage(db, request.query.period, needs.now()),
  )

  app.get(
    '/fact-coverage/:code/missing',
    {
      schema: {
        operationId: 'listEnterprisesWithoutFact',
        tags,
        summary: 'Enterprises without a usable value of a fact for a period',
        params: FactCodeParams,
        querystring: MissingQuery,
        response: { 200: MissingList, ...problemResponses },
      },
      config: read,
    },
    async (request) => {
      const { cursor, limit, period } = request.query
      const { code } = await getDefinition(db, request.params.code)
      const wanted = (await wantedPeriods(db, period)).find((each) => each.code === code)
      const after = decodeCursor(cursor, ByName)
      if (!wanted) return { items: [], nextCursor: null }
      const rows = await listMissing(db, { wanted, at: needs.now(), after: after && { name: after[0], id: after[1] }, limit })
      return toPage(
        rows,
        limit,
        ({ id, credit_code, name, lacks_consent }) => ({ id, creditCode: credit_code, name, lacksConsent: lacks_consent }),
        (row) => [row.name, row.id],
      )
    },
  )

  app.get(
    '/fact-reports',
    {
      schema: {
        operationId: 'listFactReports',
        tags,
        summary: 'What enterprises state of themselves; who has waited longest first',
        querystring: ListFactReports,
        response: { 200: FactReportList, ...problemResponses },
      },
      config: read,
    },
    async (request) => {
      const { cursor, limit, state } = request.query
      const rows = await listReports(db, { state, enterpriseId: undefined, after: decodeCursor(cursor, ById)?.[0], limit, at: needs.now() })
      const doubts = await doubtsOfReports(db, rows, { now: needs.now(), language: languageIn(request) })
      return toPage(
        rows,
        limit,
        (row) => presentReport(row, doubts.get(row.id)),
        (row) => [row.id],
      )
    },
  )

  app.post(
    '/fact-reports/:id/decide',
    {
      schema: {
        operationId: 'decideFactReport',
        tags,
        summary: 'Accept a report, which counts from then on, or refuse it with a reason',
        params: FactParams,
        body: DecideFactReport,
        response: { 200: FactReport, ...problemResponses },
      },
      config: write,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const decision = { ...request.body, personId: actorOf(request).userId, language: languageIn(request) }
        await decideOwnFact(tx, command, request.params.id, decision)
        return { status: 200, body: presentReport(await getReport(tx, request.params.id, command.now)) }
      }),
  )

  app.get(
    '/fact-reports/:id/evidence',
    {
      schema: {
        operationId: 'downloadFactEvidence',
        tags,
        summary: 'The file that proves a report',
        params: FactParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'scoring.fact.read_evidence' },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const report = await findReport(db, request.params.id, needs.now())
      const mine =
        actor.organisationId && actor.organisationKind === 'enterprise' ? await findEnterpriseOf(db, actor.organisationId) : undefined
      const isOpen = report && (actor.organisationKind === 'operator' || mine?.id === report.enterprise_id)
      const file = isOpen && (await findFile(db, report.evidence_file_id))
      if (!file) throw new Refusal({ code: 'scoring.report_missing', kind: 'missing' })
      return sendFile(reply, needs.files, file)
    },
  )

  async function ownEnterprise(on: typeof db, organisationId: string): Promise<EnterpriseRow> {
    const row = await findEnterpriseOf(on, organisationId)
    if (!row) throw new Refusal(NOT_LISTED)
    return row
  }

  app.get(
    '/own/facts',
    {
      schema: {
        operationId: 'getOwnFacts',
        tags,
        summary: 'What is known of the own enterprise, from whom, and what it stated itself',
        response: { 200: OwnFacts, ...problemResponses },
      },
      config: own,
    },
    async (request) => readOwnFacts(db, await ownEnterprise(db, organisationOf(request)), needs.now()),
  )

  app.post(
    '/own/reports',
    {
      schema: {
        operationId: 'stateOwnFact',
        tags,
        summary: 'State a figure of the own enterprise with evidence (multipart, one file); it counts when an officer accepts it',
        consumes: ['multipart/form-data'],
        querystring: StateOwnFact,
        response: { 201: FactReport, ...problemResponses },
      },
      config: own,
    },
    async (request, reply) => {
      const part = await request.file()
      if (!part) throw new Refusal({ code: 'scoring.no_file', kind: 'invalid' })
      const { note, ...stated } = request.query
      return runCommand(db, request, reply, async (tx, command) => {
        await getDefinition(tx, stated.factCode)
        const enterprise = await ownEnterprise(tx as typeof db, organisationOf(request))
        const figure = { ...stated, note: note ?? null, evidence: { stream: part.file, name: part.filename } }
        const id = await stateOwnFact(tx, command, needs, { actor: actorOf(request), enterprise, figure })
        return { status: 201, body: presentReport(await getReport(tx, id, command.now)) }
      })
    },
  )

  app.post(
    '/own/reports/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawOwnFact',
        tags,
        summary: 'Take an own waiting report back',
        params: FactParams,
        response: { 200: FactReport, ...problemResponses },
      },
      config: own,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { id: enterpriseId } = await ownEnterprise(tx as typeof db, organisationOf(request))
        await withdrawOwnFact(tx, command, { id: request.params.id, enterpriseId, personId: actorOf(request).userId })
        return { status: 200, body: presentReport(await getReport(tx, request.params.id, command.now)) }
      }),
  )
}
