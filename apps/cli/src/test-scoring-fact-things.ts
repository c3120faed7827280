import type { TestApp } from '@jiju/api/test-app'
import type { SignedUp } from '@jiju/api/test-people'
import { newId } from '@jiju/kernel/ids'
import type { PrivateThing } from './test-private-things.ts'

const SCORING = '/api/v1/scoring'

/** A report that an enterprise made of itself, with its evidence. */
export async function scoringFactThings({ pool }: TestApp, enterprise: SignedUp): Promise<PrivateThing[]> {
  const [id, fileId] = [newId(), newId()]
  await pool.query(
    `insert into scoring.enterprise (id, credit_code, name, created_at)
     select $1, uscc, '联江试验企业', now() from people.organisation where id = $2
     on conflict (credit_code) do nothing`,
    [newId(), enterprise.organisationId],
  )
  await pool.query(
    `insert into platform.file (id, sha256, name, media_type, size_bytes, owner_organisation_id, uploaded_by)
     values ($1, repeat('a', 64), '凭证.pdf', 'application/pdf', 10, $2, $3)`,
    [fileId, enterprise.organisationId, enterprise.userId],
  )
  await pool.query(
    `insert into scoring.self_report (id, enterprise_id, fact_code, period, value, evidence_file_id, stated_by, stated_at)
     select $1, e.id, 'rd_expense', '2025', 100, $2, $3, now()
     from scoring.enterprise e join people.organisation o on o.uscc = e.credit_code where o.id = $4`,
    [id, fileId, enterprise.userId, enterprise.organisationId],
  )
  return [
    { route: `GET ${SCORING}/fact-reports/:id/evidence`, ids: { id }, as: enterprise },
    { route: `POST ${SCORING}/own/reports/:id/withdraw`, ids: { id }, as: enterprise },
  ]
}
