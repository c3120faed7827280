import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { AskBundle, BundlePreview, BundleTimes, FindBundleTimes, PlaceBundle, PlacedBundle } from '../../contract/bundles.ts'
import { findBundleTimes } from '../bundles/find-times.ts'
import { placeBundle } from '../bundles/place-bundle.ts'
import { type Candidate, planBundle } from '../bundles/plan-bundle.ts'
import { getGroup } from '../groups/choose-reservations.ts'
import { presentGroup } from '../groups/present-group.ts'
import type { BookingDeps } from '../needs.ts'
import { presentPrice, presentReservation, storePriceLines } from '../present.ts'
import { presentProblem } from '../present-problem.ts'
import { SLOT_TAKEN } from '../problems.ts'
import { listGroupReservations } from '../sql/groups.ts'
import { bookerOf, orderOf } from './plan-wishes.ts'

/** An equivalent that is lost to another while it is booked: the choice is made anew. */
const MAX_TRIES = 3

/** Several resources for one time, each one of equivalents: all or none. */
export async function bundleRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  type Together = Pick<AskBundle, 'parts' | 'choose' | 'customerOrganisationId'>
  const wishOf = (request: FastifyRequest, body: Together) => ({
    ...bookerOf(request, body),
    parts: body.parts.map(({ resourceIds, operation }) => ({ resourceIds, operation })),
    choose: body.choose,
  })
  const timeOf = ({ start, end }: { start: string; end: string }) => ({ start: new Date(start), end: new Date(end) })

  const presentCandidate = ({ facts, draft, problems }: Candidate, language: ReturnType<typeof languageOf>) => ({
    resourceId: facts.resourceId,
    resourceName: facts.name,
    resourceNameEn: facts.nameEn,
    price: draft.price
      ? presentPrice({ customerClass: draft.customerClass, lines: storePriceLines(draft.price.lines), totalFen: draft.price.totalFen })
      : null,
    problems: problems.map((problem) => presentProblem(problem, language)),
  })

  app.post(
    '/bundles/preview',
    {
      schema: {
        operationId: 'previewBundle',
        tags: ['booking'],
        summary: 'Which resource would take each place at a time, at what price; nothing is kept',
        body: AskBundle,
        response: { 200: BundlePreview, ...problemResponses },
      },
      config: { access: 'booking.bundle.place' },
    },
    async (request) => {
      const plan = await planBundle(db, { ...wishOf(request, request.body), during: timeOf(request.body) })
      const language = languageOf(request.headers['accept-language'])
      const chosen = plan.parts.flatMap((part) => part.chosen ?? [])
      const totalFen = chosen.reduce((sum, { draft }) => sum + (draft.price?.totalFen ?? 0n), 0n)
      return {
        parts: plan.parts.map((part) => ({
          chosen: part.chosen?.facts.resourceId ?? null,
          candidates: part.candidates.map((candidate) => presentCandidate(candidate, language)),
        })),
        total: chosen.length === plan.parts.length ? formatFen(totalFen) : null,
        request: plan.request && { cause: plan.request.cause, decideUntil: plan.request.decideUntil.toISOString() },
        problems: plan.problems.map((problem) => presentProblem(problem, language)),
      }
    },
  )

  app.post(
    '/bundles/times',
    {
      schema: {
        operationId: 'findBundleTimes',
        tags: ['booking'],
        summary: 'Times in a window at which every part can be had, earliest or cheapest first',
        body: FindBundleTimes,
        response: { 200: BundleTimes, ...problemResponses },
      },
      config: { access: 'booking.bundle.place' },
    },
    async (request) => {
      const { from, until, minutes, limit } = request.body
      const wish = { ...wishOf(request, request.body), from: new Date(from), until: new Date(until), minutes, limit }
      const found = await findBundleTimes(db, wish)
      return {
        items: found.map(({ start, end, resourceIds, totalFen }) => ({
          start: start.toISOString(),
          end: end.toISOString(),
          resourceIds: [...resourceIds],
          total: formatFen(totalFen),
        })),
      }
    },
  )

  app.post(
    '/bundles',
    {
      schema: {
        operationId: 'placeBundle',
        tags: ['booking'],
        summary: 'Book several resources for one time, each one of equivalents, all or none (Idempotency-Key)',
        body: PlaceBundle,
        response: { 201: PlacedBundle, ...problemResponses },
      },
      config: { access: 'booking.bundle.place' },
    },
    async (request, reply) => {
      const { body } = request
      const organisationId = organisationOf(request)
      const order = { ...orderOf(request, body), wish: { ...wishOf(request, body), during: timeOf(body) } }
      const place = () =>
        runCommand(db, request, reply, async (tx, command) => {
          const { groupId, placed } = await placeBundle(tx, command, order)
          const reader = { organisationId, now: command.now }
          const group = groupId
            ? presentGroup(await getGroup(tx, groupId, organisationId), await listGroupReservations(tx, groupId), reader)
            : null
          return { status: 201, body: { group, reservations: placed.map((row) => presentReservation(row, reader)) } }
        })
      const hasEquivalents = body.parts.some(({ resourceIds }) => resourceIds.length > 1)
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await place()
        } catch (error) {
          const isLost = error instanceof Refusal && error.problems.every(({ code }) => code === SLOT_TAKEN.code)
          if (!isLost || !hasEquivalents || attempt === MAX_TRIES) throw error
        }
      }
    },
  )
}
