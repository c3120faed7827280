import { formatFen } from '@jiju/kernel/money'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { AskQuote, ReservationQuote } from '../../contract/reservations.ts'
import { noShowFeeOf } from '../draft-reservation.ts'
import type { BookingDeps } from '../needs.ts'
import { presentPrice, storePriceLines } from '../present.ts'
import { presentProblem } from '../present-problem.ts'
import { quoteReservation } from '../quote-reservation.ts'

/** What a booking would cost and whether it would pass. A POST because it carries a body; it keeps nothing. */
export async function quoteRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  scope.withTypeProvider<ZodTypeProvider>().post(
    '/quotes',
    {
      schema: {
        operationId: 'quoteReservation',
        tags: ['booking'],
        summary: 'Price and every broken rule of a booking, without booking',
        body: AskQuote,
        response: { 200: ReservationQuote, ...problemResponses },
      },
      config: { access: 'booking.quote.read' },
    },
    async (request) => {
      const { body, actor } = request
      const now = request.server.now()
      const own = actor?.organisationId ?? null
      const wish = {
        resourceId: body.resourceId,
        during: { start: new Date(body.start), end: new Date(body.end) },
        operation: body.operation,
        customerId: body.customerOrganisationId ?? own ?? '',
        actorOrganisationId: own,
        now,
      }
      const { draft, isFree, request: answer, alternatives } = await quoteReservation(db, wish, actor)
      const language = languageOf(request.headers['accept-language'])
      return {
        resourceId: body.resourceId,
        start: draft.during.start.toISOString(),
        end: draft.during.end.toISOString(),
        blockedStart: draft.blocked.start.toISOString(),
        blockedEnd: draft.blocked.end.toISOString(),
        operation: draft.operation,
        price: draft.price
          ? presentPrice({ customerClass: draft.customerClass, lines: storePriceLines(draft.price.lines), totalFen: draft.price.totalFen })
          : null,
        freeCancelUntil: draft.freeCancelUntil.toISOString(),
        lateCancelPercent: draft.facts.rules.lateCancelPercent,
        noShowFee: formatFen(
          draft.price ? noShowFeeOf(draft.facts, draft.during, { priceFen: draft.price.totalFen, customerClass: draft.customerClass }) : 0n,
        ),
        isFree,
        request: answer && { cause: answer.cause, decideUntil: answer.decideUntil.toISOString() },
        problems: draft.problems.map((problem) => presentProblem(problem, language)),
        alternatives: [...alternatives],
      }
    },
  )
}
