import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { findCompanionProblems } from '../core/bundles/companions.ts'
import { freeCancelUntil } from '../core/cancellation.ts'
import { customerClassOf } from '../core/customer-class.ts'
import { findCalibrationProblems } from '../core/outages/calibration.ts'
import { type Price, quotePrice } from '../core/prices/quote.ts'
import { type ChargeBasis, noShowFee, tariffOn } from '../core/prices/tariff.ts'
import { blockedRange, findSlotProblems } from '../core/reservation-rules.ts'
import type { CustomerClass, Operation } from '../core/vocabulary.ts'
import type { FactsFor } from './facts-cache.ts'
import { RESOURCE_MISSING } from './problems.ts'
import type { Customer } from './sql/customers.ts'
import type { ResourceFacts } from './sql/resource-facts.ts'

/** What is asked for, by whom and for whom; the same for a quote, a hold, a booking and a move. */
export type SlotWish = {
  readonly resourceId: string
  readonly during: TimeRange
  readonly operation: Operation | undefined
  /** The organisation that pays; the actor's own unless the provider books for a customer. */
  readonly customerId: string
  readonly actorOrganisationId: string | null
  /** Resources that are booked together with it. */
  readonly beside?: readonly string[] | undefined
  readonly now: Date
  /** The instant at which past and notice are judged, when that is not now: a use that begins between two steps is booked from the earlier one. */
  readonly judgedAt?: Date
}

/** A wish with everything decided but whether the slot is free. */
export type Draft = {
  readonly facts: ResourceFacts
  /** Undefined when there is no such organisation; `problems` says so. */
  readonly customer: Customer | undefined
  readonly bookerName: string
  readonly during: TimeRange
  readonly blocked: TimeRange
  readonly operation: Operation
  readonly customerClass: CustomerClass
  readonly price: Price | undefined
  readonly freeCancelUntil: Date
  readonly problems: readonly Problem[]
}

/** What a booking of that time and price will cost when nobody comes. */
export function noShowFeeOf(
  { tariffs, site }: ResourceFacts,
  during: TimeRange,
  booking: { readonly priceFen: bigint; readonly customerClass: CustomerClass },
): bigint {
  return noShowFee(tariffOn(tariffs, localDayOf(during.start, site.zone)), booking)
}

/** What a use of that time will be charged by. */
export function chargeBasisOf({ tariffs, site }: ResourceFacts, during: TimeRange): ChargeBasis {
  return tariffOn(tariffs, localDayOf(during.start, site.zone))?.chargeBy ?? 'booked'
}

const CUSTOMER_MISSING = { code: 'booking.customer_missing', kind: 'refused', field: '/customerOrganisationId' } as const

/**
 * Checks every rule and prices the wish. Refuses only when the resource does not exist; broken rules are in `problems`.
 * A customer who is not verified is private and answers like an unknown one.
 */
export function draftReservation(known: FactsFor, wish: SlotWish): Draft {
  const { resource: facts, customer, bookerName } = known
  if (!facts) throw new Refusal(RESOURCE_MISSING)
  const isByProvider = wish.actorOrganisationId === facts.providerId
  const operation = wish.operation ?? facts.rules.operations[0] ?? 'self_service'
  const problems = findSlotProblems(facts.rules, facts.site, {
    during: wish.during,
    operation,
    now: wish.judgedAt ?? wish.now,
    isByProvider,
  })
  if (!isByProvider) {
    problems.push(...findCalibrationProblems(facts.rules.calibration, wish.during.start, facts.site.zone))
    problems.push(...findCompanionProblems(facts.companions, wish.beside ?? []))
  }
  const isForOther = wish.customerId !== wish.actorOrganisationId
  const decided = customer
    ? customerClassOf(customer, { providerId: facts.providerId, district: facts.providerDistrict })
    : { problem: CUSTOMER_MISSING }
  if (isForOther && !isByProvider && wish.actorOrganisationId !== null)
    problems.unshift({ code: 'booking.not_your_resource', kind: 'forbidden' })
  else if ('problem' in decided) problems.unshift(isForOther ? CUSTOMER_MISSING : decided.problem)
  const customerClass = 'customerClass' in decided ? decided.customerClass : 'enterprise'
  const isPossible = wish.during.end > wish.during.start
  const price = isPossible
    ? quotePrice(
        { ...facts.rules, rates: facts.rates, tariffs: facts.tariffs, zone: facts.site.zone },
        { during: wish.during, customerClass, operation },
      )
    : undefined
  if (isPossible && !price) problems.push({ code: 'booking.no_price', kind: 'refused' })
  return {
    facts,
    customer,
    bookerName,
    during: wish.during,
    blocked: blockedRange(wish.during, facts.rules),
    operation,
    customerClass,
    price,
    freeCancelUntil: freeCancelUntil(wish.during.start, facts.rules.freeCancelHours),
    problems,
  }
}
