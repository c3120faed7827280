import type { BillKind } from '@jiju/orders/core/money/booking-bill'
import type { Context, Row } from './context.ts'

/** A charge of the demo that was accepted, as its bill needs it. */
export type AcceptedCharge = {
  readonly chargeId: string
  readonly reservationId: string
  readonly kind: BillKind
  readonly number: string
  readonly title: string
  readonly organisationId: string
  readonly providerId: string
  readonly totalFen: bigint
  readonly at: Date
}

type Given = {
  readonly charges: readonly Row[]
  readonly answers: readonly Row[]
  readonly reservations: readonly Row[]
  readonly nameOf: ReadonlyMap<string, string>
  readonly cast: { readonly providerId: string; readonly enterpriseId: string }
}

const DAYS = 60

/** What the enterprise and the provider that people look at have accepted of late; what is older was settled before bookings had bills. */
export function acceptedCharges(context: Context, { charges, answers, reservations, nameOf, cast }: Given): AcceptedCharge[] {
  const acceptedAt = new Map(answers.flatMap((row) => (row.kind === 'objected' ? [] : [[row.charge_id, row.answered_at as Date] as const])))
  const numberOf = new Map(reservations.map((row) => [row.id, String(row.number)]))
  const since = context.now.getTime() - DAYS * 86_400_000
  return charges.flatMap((row): AcceptedCharge[] => {
    const at = acceptedAt.get(row.id)
    const totalFen = BigInt(String(row.total_fen))
    const isCast = row.organisation_id === cast.enterpriseId || row.provider_id === cast.providerId
    if (!at || at.getTime() < since || !isCast || totalFen === 0n || row.organisation_id === row.provider_id) return []
    return [
      {
        chargeId: String(row.id),
        reservationId: String(row.reservation_id),
        kind: 'use',
        number: numberOf.get(row.reservation_id) ?? '',
        title: nameOf.get(String(row.resource_id)) ?? '',
        organisationId: String(row.organisation_id),
        providerId: String(row.provider_id),
        totalFen,
        at,
      },
    ]
  })
}
