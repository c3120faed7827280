import type { LocalDate } from '@jiju/kernel/local-date'
import type { Db } from '@jiju/platform/database/pool'
import type { Purpose } from '../../core/vocabulary.ts'
import type { CostLine } from '../../core/vouchers/amount.ts'
import type { VoucherFacts } from '../../core/vouchers/judge.ts'
import type { ApplicantKind } from '../../core/vouchers/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import { findApplicant, findListing, findRelation } from '../sql/vouchers/facts.ts'

type Matter = {
  readonly programmeId: string
  readonly organisationId: string
  readonly providerId: string
  readonly day: LocalDate
  readonly purpose: Purpose
  readonly lines: readonly CostLine[]
}

/** What is known of an order before its money: `judgeVoucher` takes it with what is left of quota and budget. */
export async function gatherFacts(
  db: Db<OrdersTables>,
  matter: Matter,
): Promise<Omit<VoucherFacts, 'takenFen' | 'budgetLeftFen' | 'isClosed'>> {
  const { organisationId, providerId, programmeId, day, purpose, lines } = matter
  return {
    day,
    purpose,
    lines,
    applicant: await applicantOf(db, organisationId),
    listing: await findListing(db, { programmeId, providerId, day }),
    relation: await findRelation(db, organisationId, providerId),
  }
}

/** Whoever the office has noted nothing about applies as an enterprise. */
export async function applicantOf(db: Db<OrdersTables>, organisationId: string): Promise<VoucherFacts['applicant']> {
  const row = await findApplicant(db, organisationId)
  return {
    organisationKind: row?.organisation_kind ?? '',
    isVerified: row?.status === 'verified',
    kind: row?.kind ?? ('enterprise' satisfies ApplicantKind),
    kindSource: row?.source ?? null,
    district: row?.district ?? null,
  }
}
