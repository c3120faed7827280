import { formatFen } from '@jiju/kernel/money'
import type { Problem } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import { organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { versionTag } from '@jiju/platform/http/if-match'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { AskSeries, PlacedSeries, PlaceSeries, SeriesPreview } from '../../contract/series.ts'
import { getGroup } from '../groups/choose-reservations.ts'
import { presentGroup } from '../groups/present-group.ts'
import type { BookingDeps } from '../needs.ts'
import { presentProblem } from '../present-problem.ts'
import { SLOT_TAKEN } from '../problems.ts'
import { getVisibleFacts } from '../see-resource.ts'
import { placeSeries } from '../series/place-series.ts'
import { planSeries, type SeriesWish } from '../series/plan-series.ts'
import { findCustomer } from '../sql/customers.ts'
import { listGroupReservations } from '../sql/groups.ts'
import { bookerOf, orderOf } from './plan-wishes.ts'

/** Series of bookings by RFC 5545 rules: every use is shown before it is booked. */
export async function seriesRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  const wishOf = (request: FastifyRequest, body: AskSeries): SeriesWish & { bookerId: string } => ({
    ...bookerOf(request, body),
    resourceId: body.resourceId,
    during: { start: new Date(body.start), end: new Date(body.end) },
    operation: body.operation,
    rule: body.rule,
    excludedDays: body.excludedDays ?? [],
    addedDays: body.addedDays ?? [],
  })

  const presentOccurrence = (
    use: { during: TimeRange; priceFen: bigint | null; problems: readonly Problem[] },
    language: ReturnType<typeof languageOf>,
  ) => ({
    start: use.during.start.toISOString(),
    end: use.during.end.toISOString(),
    outcome: outcomeOf(use.problems),
    price: use.priceFen === null ? null : formatFen(use.priceFen),
    problems: use.problems.map((problem) => presentProblem(problem, language)),
  })

  app.post(
    '/series/preview',
    {
      schema: {
        operationId: 'previewSeries',
        tags: ['booking'],
        summary: 'Every use of a series: free, taken or against a rule, and its price; nothing is kept',
        body: AskSeries,
        response: { 200: SeriesPreview, ...problemResponses },
      },
      config: { access: 'booking.series.place' },
    },
    async (request) => {
      const wish = wishOf(request, request.body)
      const resource = await getVisibleFacts(db, wish.resourceId, request.actor)
      const customer = await findCustomer(db, wish.customerId)
      const plan = await planSeries(db, { resource, customer, bookerName: '' }, wish, wish.bookerId)
      const language = languageOf(request.headers['accept-language'])
      const occurrences = plan.occurrences.map(({ during, draft, problems }) =>
        presentOccurrence({ during, priceFen: draft.price?.totalFen ?? null, problems }, language),
      )
      const count = (outcome: string) => occurrences.filter((use) => use.outcome === outcome).length
      const free = plan.occurrences.filter(({ problems }) => problems.length === 0)
      return {
        rule: plan.rule,
        occurrences,
        free: count('free'),
        taken: count('taken'),
        refused: count('refused'),
        total: formatFen(free.reduce((sum, { draft }) => sum + (draft.price?.totalFen ?? 0n), 0n)),
        request: plan.request && { cause: plan.request.cause, decideUntil: plan.request.decideUntil.toISOString() },
        problems: plan.problems.map((problem) => presentProblem(problem, language)),
      }
    },
  )

  app.post(
    '/series',
    {
      schema: {
        operationId: 'placeSeries',
        tags: ['booking'],
        summary: 'Book a series: every use, or all but those that cannot be had (Idempotency-Key)',
        body: PlaceSeries,
        response: { 201: PlacedSeries, ...problemResponses },
      },
      config: { access: 'booking.series.place' },
    },
    async (request, reply) => {
      const { body } = request
      const order = { ...orderOf(request, body), wish: wishOf(request, body), take: body.take }
      const language = languageOf(request.headers['accept-language'])
      return runCommand(db, request, reply, async (tx, command) => {
        const { groupId, leftOut } = await placeSeries(tx, command, order)
        const organisationId = organisationOf(request)
        const group = await getGroup(tx, groupId, organisationId)
        const reservations = await listGroupReservations(tx, groupId)
        return {
          status: 201,
          body: {
            group: presentGroup(group, reservations, { organisationId, now: command.now }),
            leftOut: leftOut.map((use) => presentOccurrence(use, language)),
          },
          headers: { etag: versionTag(group.version) },
        }
      })
    },
  )
}

/** A use that breaks a rule and is taken too is against the rule: another time of day would not help. */
function outcomeOf(problems: readonly Problem[]): 'free' | 'taken' | 'refused' {
  if (problems.length === 0) return 'free'
  return problems.every(({ code }) => code === SLOT_TAKEN.code) ? 'taken' : 'refused'
}
