import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { actorOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, VERSION_STALE } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { EditFactDefinition, FactDefinitionDetail, FactDefinitionList, SetFactLimits, SetFactRelation } from '../../contract/fact-rules.ts'
import { FactCodeParams, FactDefinitionView, RecordedFactId } from '../../contract/facts.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import { getDefinition } from '../facts/get-definition.ts'
import { presentDefinition } from '../facts/present-facts.ts'
import { presentLimits, presentRelations } from '../facts/present-rules.ts'
import { setLimits, setRelation } from '../facts/set-rules.ts'
import type { ScoringDeps } from '../needs.ts'
import { listDefinitions, updateDefinition } from '../sql/definitions.ts'
import { listLimits, listLimitsOf, listRelations, listRelationsOf } from '../sql/fact-rules.ts'

const tags = ['scoring']
const read = { access: 'scoring.definition.read' }
const write = { access: 'scoring.fact.write' }

/** What can be stated, by whom, and what is plausible of it from which day on. */
export async function factRuleRoutes(scope: FastifyInstance, { db, needs }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const today = () => localDayOf(needs.now(), SCORING_ZONE)

  app.get(
    '/fact-definitions',
    {
      schema: {
        operationId: 'listFactDefinitions',
        tags,
        summary: 'What can be stated, in which unit, by whom, and what is plausible today',
        response: { 200: FactDefinitionList, ...problemResponses },
      },
      config: read,
    },
    async () => {
      const limits = await listLimits(db, today())
      return {
        items: (await listDefinitions(db)).map((row) => {
          const own = limits.get(row.code)
          return { ...presentDefinition(row), limits: (own && presentLimits([own], today())[0]) ?? null }
        }),
        relations: presentRelations(await listRelations(db, today()), today()),
      }
    },
  )

  app.get(
    '/fact-definitions/:code',
    {
      schema: {
        operationId: 'getFactDefinition',
        tags,
        summary: 'A fact with every rule of plausibility that it has, had or will have',
        params: FactCodeParams,
        response: { 200: FactDefinitionDetail, ...problemResponses },
      },
      config: read,
    },
    async (request, reply) => {
      const { code } = request.params
      const definition = await getDefinition(db, code)
      setVersion(reply, definition.version)
      return {
        definition: presentDefinition(definition),
        limits: presentLimits(await listLimitsOf(db, code), today()),
        relations: presentRelations(await listRelationsOf(db, code), today()),
      }
    },
  )

  app.put(
    '/fact-definitions/:code',
    {
      schema: {
        operationId: 'editFactDefinition',
        tags,
        summary: 'Change the order of authority, and whether consent is needed',
        params: FactCodeParams,
        body: EditFactDefinition,
        response: { 200: FactDefinitionView, ...problemResponses },
      },
      config: write,
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const { code } = request.params
      const { authority } = request.body
      const twice = authority.find((source, index) => authority.indexOf(source) !== index)
      const problem: Problem = { code: 'scoring.authority_twice', kind: 'invalid', field: '/authority', params: { source: twice ?? '' } }
      if (twice) throw new Refusal(problem)
      return runCommand(db, request, reply, async (tx, command) => {
        const before = await getDefinition(tx, code)
        if (!(await updateDefinition(tx, code, version, request.body))) throw new Refusal(VERSION_STALE)
        const detail = { before: presentDefinition(before), after: request.body }
        await command.audit({ action: 'scoring.definition.edit', subjectType: 'scoring.fact_definition', subjectId: code, detail })
        const after = await getDefinition(tx, code)
        setVersion(reply, after.version)
        return { status: 200, body: presentDefinition(after) }
      })
    },
  )

  app.post(
    '/fact-definitions/:code/limits',
    {
      schema: {
        operationId: 'setFactLimits',
        tags,
        summary: 'Set what is plausible of a fact from a day on; the rule that stood is kept',
        params: FactCodeParams,
        body: SetFactLimits,
        response: { 201: RecordedFactId, ...problemResponses },
      },
      config: write,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const wanted = { ...request.body, factCode: request.params.code, personId: actorOf(request).userId }
        return { status: 201, body: { id: await setLimits(tx, command, wanted) } }
      }),
  )

  app.post(
    '/fact-relations',
    {
      schema: {
        operationId: 'setFactRelation',
        tags,
        summary: 'Set how a part is compared with its whole from a day on, or that it is not',
        body: SetFactRelation,
        response: { 201: RecordedFactId, ...problemResponses },
      },
      config: write,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const wanted = { ...request.body, personId: actorOf(request).userId }
        return { status: 201, body: { id: await setRelation(tx, command, wanted) } }
      }),
  )
}
