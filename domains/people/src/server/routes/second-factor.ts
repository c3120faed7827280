import { runCommand } from '@jiju/platform/http/command'
import { problemResponses } from '@jiju/platform/http/problems'
import { sharedLimit } from '@jiju/platform/http/shared-limit'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  ConfirmSecondFactor,
  ProveSecondFactor,
  RecoveryCodes,
  SecondFactorOffer,
  SecondFactorState,
  StartSecondFactor,
} from '../../contract/me.ts'
import { provePassword } from '../change-password.ts'
import type { PeopleDeps } from '../deps.ts'
import { renewRecoveryCodes, secondFactorState, startSecondFactor, turnOffSecondFactor, turnOnSecondFactor } from '../second-factor.ts'
import { clearTries } from '../sql/throttle.ts'
import { beginSessionTry } from '../throttle.ts'
import { peopleActorOf } from './acting.ts'

const tags = ['people']
const config = { access: 'people.second_factor.manage', ...sharedLimit(30) }

/** Turning the second factor on and off. Every code given counts as a try of this session. */
export async function secondFactorRoutes(scope: FastifyInstance, deps: PeopleDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const { db, needs } = deps

  app.get(
    '/me/second-factor',
    {
      config: { access: 'people.second_factor.manage' },
      schema: {
        operationId: 'getSecondFactor',
        tags,
        summary: 'Whether the second factor is on',
        response: { 200: SecondFactorState, ...problemResponses },
      },
    },
    async (request) => secondFactorState(db, peopleActorOf(request).userId),
  )

  app.post(
    '/me/second-factor',
    {
      config,
      schema: {
        operationId: 'startSecondFactor',
        tags,
        summary: 'A secret for an authenticator app',
        body: StartSecondFactor,
        response: { 201: SecondFactorOffer, ...problemResponses },
      },
    },
    async (request, reply) => {
      const person = await provePassword(deps, peopleActorOf(request), request.body.password)
      return runCommand(db, request, reply, async (tx) => ({ status: 201, body: await startSecondFactor(deps, tx, person) }), {
        holdsSecret: true,
      })
    },
  )

  app.post(
    '/me/second-factor/confirm',
    {
      config,
      schema: {
        operationId: 'turnOnSecondFactor',
        tags,
        summary: 'Turn the second factor on with its first code',
        body: ConfirmSecondFactor,
        response: { 201: RecoveryCodes, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { userId: personId, credentialId } = peopleActorOf(request)
      const tries = await beginSessionTry(db, credentialId, needs.now())
      return runCommand(
        db,
        request,
        reply,
        async (tx, command) => {
          const recoveryCodes = await turnOnSecondFactor(deps, tx, command, { personId, code: request.body.code })
          await clearTries(tx, tries)
          return { status: 201, body: { recoveryCodes } }
        },
        { holdsSecret: true },
      )
    },
  )

  app.post(
    '/me/second-factor/disable',
    {
      config,
      schema: {
        operationId: 'turnOffSecondFactor',
        tags,
        summary: 'Turn the second factor off',
        body: ProveSecondFactor,
        response: { 204: z.null().describe('Off'), ...problemResponses },
      },
    },
    async (request, reply) => {
      const { userId: personId, credentialId } = peopleActorOf(request)
      await provePassword(deps, { userId: personId, credentialId }, request.body.password)
      const tries = await beginSessionTry(db, credentialId, needs.now())
      return runCommand(db, request, reply, async (tx, command) => {
        await turnOffSecondFactor(deps, tx, command, { personId, code: request.body.code })
        await clearTries(tx, tries)
        return { status: 204, body: null }
      })
    },
  )

  app.post(
    '/me/second-factor/recovery-codes',
    {
      config,
      schema: {
        operationId: 'renewRecoveryCodes',
        tags,
        summary: 'New recovery codes; the old ones fall away',
        body: ProveSecondFactor,
        response: { 201: RecoveryCodes, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { userId: personId, credentialId } = peopleActorOf(request)
      await provePassword(deps, { userId: personId, credentialId }, request.body.password)
      const tries = await beginSessionTry(db, credentialId, needs.now())
      return runCommand(
        db,
        request,
        reply,
        async (tx, command) => {
          const recoveryCodes = await renewRecoveryCodes(deps, tx, command, { personId, code: request.body.code })
          await clearTries(tx, tries)
          return { status: 201, body: { recoveryCodes } }
        },
        { holdsSecret: true },
      )
    },
  )
}
