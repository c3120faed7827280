import { runCommand } from '@jiju/platform/http/command'
import { problemResponses } from '@jiju/platform/http/problems'
import { sharedLimit } from '@jiju/platform/http/shared-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  RequestPasswordReset,
  ResetPassword,
  SecondFactorSignIn,
  SignedIn,
  SignIn,
  SignInResult,
  SignUp,
  SignUpResult,
  VerifyEmail,
} from '../../contract/sign-in.ts'
import { confirmSignIn } from '../confirm-sign-in.ts'
import { clearSessionCookie, originOf, setSessionCookies } from '../cookies.ts'
import type { PeopleDeps } from '../deps.ts'
import { requestPasswordReset, resetPassword } from '../reset-password.ts'
import { signIn } from '../sign-in.ts'
import { signUp, signUpInvited } from '../sign-up.ts'
import { endSession } from '../sql/sessions.ts'
import { verifyEmail } from '../verify-email.ts'

const tags = ['people']
/** A flood from one address must not keep out the browsers behind it that have signed in before, so each device counts by itself. */
const browserOf = (request: FastifyRequest) => `${request.ip} ${originOf(request).deviceToken ?? ''}`
const strict = (perMinute: number) => sharedLimit(perMinute, browserOf)

/** Everything that works without being signed in. */
export async function signInRoutes(scope: FastifyInstance, deps: PeopleDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const { publicAddress } = deps.needs

  app.post(
    '/sign-up',
    {
      config: { access: 'people.account.sign_up', ...strict(20) },
      schema: {
        operationId: 'signUp',
        tags,
        summary: 'Make an account; a mail proves the address',
        body: SignUp,
        response: { 201: SignUpResult, 202: SignUpResult, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { invitationToken } = request.body
      if (invitationToken === undefined) {
        await signUp(deps, request.body, originOf(request))
        return reply.code(202).send({ status: 'mail_sent' })
      }
      const opened = await signUpInvited(deps, { ...request.body, invitationToken }, originOf(request))
      setSessionCookies(reply, publicAddress, opened)
      return reply.code(201).send({ status: 'signed_in' })
    },
  )

  app.post(
    '/verify-email',
    {
      config: { access: 'people.account.sign_up', ...strict(30) },
      schema: {
        operationId: 'verifyEmail',
        tags,
        summary: 'Finish signing up with the link of the mail',
        body: VerifyEmail,
        response: { 201: SignedIn, ...problemResponses },
      },
    },
    async (request, reply) => {
      setSessionCookies(reply, publicAddress, await verifyEmail(deps, request.body, originOf(request)))
      return reply.code(201).send({ status: 'signed_in' })
    },
  )

  app.post(
    '/sign-in',
    {
      config: { access: 'people.session.open', ...strict(60) },
      schema: {
        operationId: 'signIn',
        tags,
        summary: 'Sign in by password; sets the session cookie',
        body: SignIn,
        response: { 200: SignInResult, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { result, session } = await signIn(deps, request.body, originOf(request))
      if (session) setSessionCookies(reply, publicAddress, session)
      return reply.send(result)
    },
  )

  app.post(
    '/sign-in/second-factor',
    {
      config: { access: 'people.session.open', ...strict(60) },
      schema: {
        operationId: 'confirmSignIn',
        tags,
        summary: 'Second step of signing in',
        body: SecondFactorSignIn,
        response: { 200: SignedIn, ...problemResponses },
      },
    },
    async (request, reply) => {
      setSessionCookies(reply, publicAddress, await confirmSignIn(deps, request.body, originOf(request)))
      return reply.send({ status: 'signed_in' as const })
    },
  )

  app.post(
    '/sign-out',
    {
      config: { access: 'people.session.close' },
      schema: {
        operationId: 'signOut',
        tags,
        summary: 'End the session of this browser',
        response: { 204: z.null().describe('Signed out'), ...problemResponses },
      },
    },
    async (request, reply) => {
      clearSessionCookie(reply, publicAddress)
      return runCommand(deps.db, request, reply, async (tx, command) => {
        const { actor } = command
        if (actor?.via === 'session' && (await endSession(tx, actor.userId, actor.credentialId, command.now)))
          await command.audit({ action: 'people.session.close', subjectType: 'people.session', subjectId: actor.credentialId })
        return { status: 204, body: null }
      })
    },
  )

  app.post(
    '/password-reset/request',
    {
      config: { access: 'people.password.reset', ...strict(20) },
      schema: {
        operationId: 'requestPasswordReset',
        tags,
        summary: 'Mail a link that sets a new password',
        body: RequestPasswordReset,
        response: { 202: z.null().describe('Answered alike for known and unknown addresses'), ...problemResponses },
      },
    },
    async (request, reply) => {
      await requestPasswordReset(deps, request.body.email, originOf(request))
      return reply.code(202).send(null)
    },
  )

  app.post(
    '/password-reset',
    {
      config: { access: 'people.password.reset', ...strict(30) },
      schema: {
        operationId: 'resetPassword',
        tags,
        summary: 'Set a new password with the link of the mail',
        body: ResetPassword,
        response: { 204: z.null().describe('Done; sign in'), ...problemResponses },
      },
    },
    async (request, reply) => {
      await resetPassword(deps, request.body, originOf(request))
      return reply.code(204).send(null)
    },
  )
}
