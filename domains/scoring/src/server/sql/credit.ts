import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { CreditRule } from '../../core/credit/grades.ts'
import type { PointsItem } from '../../core/credit/items.ts'
import type { ScoringTables } from '../needs.ts'

export type CreditRuleRow = CreditRule & {
  readonly nameZh: string
  readonly nameEn: string
  readonly sourceTitle: string
  readonly certainty: 'seen' | 'second_hand' | 'to_confirm'
}

/** All rules with the days between which they hold. */
export async function listCreditRules(db: Db<ScoringTables>): Promise<CreditRuleRow[]> {
  const rows = await db
    .selectFrom('scoring.credit_rule')
    .select(['kind', 'code', 'name_zh', 'name_en', 'threshold', 'is_above', 'valid_from', 'valid_until', 'source_title', 'certainty'])
    .orderBy('kind')
    .orderBy('threshold', 'desc')
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    kind: row.kind as CreditRule['kind'],
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    threshold: Number(row.threshold),
    isAbove: row.is_above,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    sourceTitle: row.source_title,
    certainty: row.certainty as CreditRuleRow['certainty'],
  }))
}

export type OpenEnterprise = {
  readonly id: string
  readonly organisation_id: string
  readonly credit_code: string
  readonly name: string
  readonly short_name: string | null
  readonly purposes: string[]
  readonly items: PointsItem[]
  readonly valid_until: Date
}

/** Enterprises whose score a reader may ask for now, by name; what they opened, for what and how long, over all their live consents. */
export async function listOpenEnterprises(
  db: Db<ScoringTables>,
  filter: {
    readerOrganisationId: string
    now: Date
    enterpriseId?: string
    words?: string | undefined
    after?: { name: string; id: string } | undefined
    limit: number
  },
): Promise<OpenEnterprise[]> {
  const { readerOrganisationId, now, enterpriseId, words, after } = filter
  const pattern = words && `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<OpenEnterprise>`
    select e.id, o.id as organisation_id, e.credit_code, e.name, e.short_name,
      array_agg(distinct c.purpose order by c.purpose) as purposes,
      array(select distinct i.item from people_pub.consent b, unnest(b.facts) as i(item)
        where b.owner_organisation_id = o.id and b.reader_organisation_id = ${readerOrganisationId}
          and b.revoked_at is null and b.valid_until > ${now} and i.item like 'points\_%' order by i.item) as items,
      max(c.valid_until) as valid_until
    from people_pub.consent c
    join people_pub.organisation o on o.id = c.owner_organisation_id and o.status = 'verified' and o.kind = 'enterprise'
    join scoring.enterprise e on e.credit_code = o.uscc and not e.is_opted_out
    where c.reader_organisation_id = ${readerOrganisationId} and c.revoked_at is null and c.valid_until > ${now}
      and 'innovation_points' = any(c.facts)
      and ${enterpriseId ? sql`e.id = ${enterpriseId}` : sql`true`}
      and ${pattern ? sql`(e.name ilike ${pattern} or e.credit_code like ${pattern})` : sql`true`}
      and ${after ? sql`(e.name, e.id) > (${after.name}, ${after.id}::uuid)` : sql`true`}
    group by e.id, o.id
    order by e.name, e.id limit ${filter.limit + 1}`.execute(db)
  return rows
}
