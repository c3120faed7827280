import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { OrdersTables } from '../../needs.ts'

type QuotaKey = { readonly programmeId: string; readonly organisationId: string; readonly year: number }

type Amounts = { readonly reservedFen: bigint; readonly redeemedFen: bigint }

/** What is taken of a quota and of the budget. Both rows are held until the transaction ends: quota first, budget after it. */
type Held = { readonly quota: Amounts & { readonly quotaFen: bigint }; readonly budget: Amounts & { readonly budgetFen: bigint } }

type AmountColumns = { reserved_fen: bigint; redeemed_fen: bigint }

/** Holds quota and budget. The quota is `quotaFen` of the rules; what has been promised is never lowered. */
export async function holdQuota(tx: Db<OrdersTables>, key: QuotaKey, quotaFen: bigint): Promise<Held> {
  const { rows: quotas } = await sql<AmountColumns & { quota_fen: bigint }>`
    insert into orders.voucher_quota (programme_id, organisation_id, year, quota_fen)
    values (${key.programmeId}, ${key.organisationId}, ${key.year}, ${quotaFen})
    on conflict on constraint voucher_quota_pkey do update
      set quota_fen = greatest(excluded.quota_fen, voucher_quota.reserved_fen + voucher_quota.redeemed_fen)
    returning quota_fen, reserved_fen, redeemed_fen`.execute(tx)
  const { rows: budgets } = await sql<AmountColumns & { budget_fen: bigint }>`
    select budget_fen, reserved_fen, redeemed_fen from orders.voucher_programme where id = ${key.programmeId} for no key update`.execute(tx)
  const [quota] = quotas
  const [budget] = budgets
  if (!quota || !budget) throw new Error('a voucher programme is gone')
  return {
    quota: { quotaFen: quota.quota_fen, reservedFen: quota.reserved_fen, redeemedFen: quota.redeemed_fen },
    budget: { budgetFen: budget.budget_fen, reservedFen: budget.reserved_fen, redeemedFen: budget.redeemed_fen },
  }
}

/** What is taken of a quota now, without holding it; undefined when nothing was ever reserved. */
export async function findQuota(db: Db<OrdersTables>, key: QuotaKey): Promise<(Amounts & { quotaFen: bigint }) | undefined> {
  const { rows } = await sql<AmountColumns & { quota_fen: bigint }>`
    select quota_fen, reserved_fen, redeemed_fen from orders.voucher_quota
    where programme_id = ${key.programmeId} and organisation_id = ${key.organisationId} and year = ${key.year}`.execute(db)
  const [row] = rows
  return row && { quotaFen: row.quota_fen, reservedFen: row.reserved_fen, redeemedFen: row.redeemed_fen }
}

/** Changes what is reserved and redeemed, in the quota and in the budget alike. False when either would be exceeded; the caller rolls back. */
export async function moveAmounts(tx: Db<OrdersTables>, key: QuotaKey, { reservedFen, redeemedFen }: Amounts): Promise<boolean> {
  const quota = await sql`
    update orders.voucher_quota set reserved_fen = reserved_fen + ${reservedFen}, redeemed_fen = redeemed_fen + ${redeemedFen}
    where programme_id = ${key.programmeId} and organisation_id = ${key.organisationId} and year = ${key.year}
      and reserved_fen + ${reservedFen} >= 0 and redeemed_fen + ${redeemedFen} >= 0
      and reserved_fen + redeemed_fen + ${reservedFen} + ${redeemedFen} <= quota_fen`.execute(tx)
  if (quota.numAffectedRows !== 1n) return false
  const budget = await sql`
    update orders.voucher_programme set reserved_fen = reserved_fen + ${reservedFen}, redeemed_fen = redeemed_fen + ${redeemedFen}
    where id = ${key.programmeId} and reserved_fen + redeemed_fen + ${reservedFen} + ${redeemedFen} <= budget_fen`.execute(tx)
  return budget.numAffectedRows === 1n
}
