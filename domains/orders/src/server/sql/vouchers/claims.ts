import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ClaimAct } from '../../../core/vouchers/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

export type NewClaim = {
  readonly voucherId: string
  readonly programmeId: string
  readonly providerId: string
  readonly month: string
  readonly amountFen: bigint
  readonly answerUntil: Date
  readonly at: Date
}

export async function insertClaim(tx: Db<OrdersTables>, claim: NewClaim): Promise<void> {
  await sql`
    insert into orders.voucher_claim (voucher_id, programme_id, provider_id, month, amount_fen, answer_until, created_at)
    values (${claim.voucherId}, ${claim.programmeId}, ${claim.providerId}, ${claim.month}, ${claim.amountFen}, ${claim.answerUntil}, ${claim.at})`.execute(
    tx,
  )
}

export type NewClaimStep = {
  readonly id: string
  readonly voucherId: string
  readonly act: ClaimAct
  readonly personId: string | null
  readonly words: string | null
  readonly at: Date
}

export async function insertClaimStep(tx: Db<OrdersTables>, step: NewClaimStep): Promise<void> {
  await sql`
    insert into orders.voucher_claim_step (id, voucher_id, act, person_id, words, at)
    values (${step.id}, ${step.voucherId}, ${step.act}, ${step.personId}, ${step.words}, ${step.at})`.execute(tx)
}
