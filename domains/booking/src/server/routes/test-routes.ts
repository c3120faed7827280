import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import {
  KnowledgeTest,
  KnowledgeTestCover,
  KnowledgeTestEntry,
  KnowledgeTestList,
  KnowledgeTestParams,
  SubmitAnswers,
  TestAttempt,
} from '../../contract/tests.ts'
import type { BookingDeps } from '../needs.ts'
import { createTest, editTest, getTest, publishTest, retireTest } from '../qualification/edit-test.ts'
import { presentAttempt, presentTest } from '../qualification/present-test.ts'
import { beginAttempt, getAttempt, readCover, submitAnswers } from '../qualification/take-test.ts'
import { listTests, type TestRow } from '../sql/qualification/tests.ts'

const tags = ['booking']

/** Tests of knowledge: written and published by providers, taken by people. */
export async function testRoutes(scope: FastifyInstance, { db, needs }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const by = (request: FastifyRequest) => ({ providerId: organisationOf(request), userId: actorOf(request).userId })
  const answer = (row: TestRow, status = 200) => ({ status, body: presentTest(row), headers: { etag: versionTag(row.version) } })

  app.get(
    '/tests',
    {
      schema: {
        operationId: 'listKnowledgeTests',
        tags,
        summary: 'The own tests, each in its newest version',
        response: { 200: KnowledgeTestList, ...problemResponses },
      },
      config: { access: 'booking.test.edit' },
    },
    async (request) => ({ items: (await listTests(db, organisationOf(request))).map(presentTest) }),
  )

  app.get(
    '/tests/:id',
    {
      schema: {
        operationId: 'getKnowledgeTest',
        tags,
        summary: 'An own test with its right answers',
        params: KnowledgeTestParams,
        response: { 200: KnowledgeTest, ...problemResponses },
      },
      config: { access: 'booking.test.edit' },
    },
    async (request, reply) => {
      const row = await getTest(db, request.params.id, organisationOf(request))
      setVersion(reply, row.version)
      return presentTest(row)
    },
  )

  app.post(
    '/tests',
    {
      schema: {
        operationId: 'createKnowledgeTest',
        tags,
        summary: 'Begin a test with its first draft',
        body: KnowledgeTestEntry,
        response: { 201: KnowledgeTest, ...problemResponses },
      },
      config: { access: 'booking.test.edit' },
    },
    async (request, reply) => {
      const wish = { ...by(request), entry: request.body }
      return runCommand(db, request, reply, async (tx, command) => answer(await createTest(tx, command, wish), 201))
    },
  )

  app.put(
    '/tests/:id',
    {
      schema: {
        operationId: 'editKnowledgeTest',
        tags,
        summary: 'Rewrite the draft; after a published version a new one begins (If-Match)',
        params: KnowledgeTestParams,
        body: KnowledgeTestEntry,
        response: { 200: KnowledgeTest, ...problemResponses },
      },
      config: { access: 'booking.test.edit' },
    },
    async (request, reply) => {
      const wish = { ...by(request), id: request.params.id, version: expectedVersion(request), entry: request.body }
      return runCommand(db, request, reply, async (tx, command) => answer(await editTest(tx, command, wish)))
    },
  )

  for (const [verb, act, operationId, summary] of [
    ['publish', publishTest, 'publishKnowledgeTest', 'Publish the draft (If-Match); it never changes again'],
    ['retire', retireTest, 'retireKnowledgeTest', 'Take a test out of use (If-Match); what was passed stays'],
  ] as const)
    app.post(
      `/tests/:id/${verb}`,
      {
        schema: { operationId, tags, summary, params: KnowledgeTestParams, response: { 200: KnowledgeTest, ...problemResponses } },
        config: { access: 'booking.test.edit' },
      },
      async (request, reply) => {
        const wish = { ...by(request), id: request.params.id, version: expectedVersion(request) }
        return runCommand(db, request, reply, async (tx, command) => answer(await act(tx, command, wish)))
      },
    )

  app.get(
    '/tests/:id/cover',
    {
      schema: {
        operationId: 'getKnowledgeTestCover',
        tags,
        summary: 'A published test before its first question, with own attempts',
        params: KnowledgeTestParams,
        response: { 200: KnowledgeTestCover, ...problemResponses },
      },
      config: { access: 'booking.test.take' },
    },
    (request) => readCover(db, request.params.id, actorOf(request).userId, request.server.now()),
  )

  app.post(
    '/tests/:id/attempts',
    {
      schema: {
        operationId: 'beginTestAttempt',
        tags,
        summary: 'Begin an attempt, or go on with the one that is open',
        params: KnowledgeTestParams,
        response: { 201: TestAttempt, ...problemResponses },
      },
      config: { access: 'booking.test.take' },
    },
    async (request, reply) => {
      const person = { testId: request.params.id, personId: actorOf(request).userId }
      return runCommand(db, request, reply, async (tx, command) => ({
        status: 201,
        body: presentAttempt(await beginAttempt(tx, command, person)),
      }))
    },
  )

  app.get(
    '/test-attempts/:id',
    {
      schema: {
        operationId: 'getTestAttempt',
        tags,
        summary: 'An own attempt: questions, and the result once submitted',
        params: KnowledgeTestParams,
        response: { 200: TestAttempt, ...problemResponses },
      },
      config: { access: 'booking.test.take' },
    },
    async (request) => presentAttempt(await getAttempt(db, request.params.id, actorOf(request).userId)),
  )

  app.post(
    '/test-attempts/:id/submit',
    {
      schema: {
        operationId: 'submitTestAttempt',
        tags,
        summary: 'Hand in the answers, once; who passes gets what the test grants',
        params: KnowledgeTestParams,
        body: SubmitAnswers,
        response: { 200: TestAttempt, ...problemResponses },
      },
      config: { access: 'booking.test.take' },
    },
    async (request, reply) => {
      const wish = { ...request.body, attemptId: request.params.id, personId: actorOf(request).userId }
      return runCommand(db, request, reply, async (tx, command) => ({
        status: 200,
        body: presentAttempt(await submitAnswers(tx, command, needs, wish)),
      }))
    },
  )
}
