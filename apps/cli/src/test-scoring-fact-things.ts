import type { TestApp } from '@jiju/api/test-app'
import type { SignedUp } from '@jiju/api/test-people'
import { newId } from '@jiju/kernel/ids'
import type { Maker, PrivateThing } from './test-private-things.ts'

const SCORING = '/api/v1/scoring'
const EVIDENCE = { name: '凭证.pdf', content: '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n' }

/** A report that an enterprise made of itself, with its evidence. */
export async function scoringFactThings({ pool }: TestApp, make: Maker, enterprise: SignedUp): Promise<PrivateThing[]> {
  await pool.query(
    `insert into scoring.enterprise (id, credit_code, name, created_at)
     select $1, uscc, '联江试验企业', now() from people.organisation where id = $2
     on conflict (credit_code) do nothing`,
    [newId(), enterprise.organisationId],
  )
  const { id } = await make.upload(enterprise, `${SCORING}/own/reports?factCode=rd_expense&period=2025&value=100`, EVIDENCE)
  return [
    { route: `GET ${SCORING}/fact-reports/:id/evidence`, ids: { id }, as: enterprise, isReadByDuty: true },
    { route: `POST ${SCORING}/own/reports/:id/withdraw`, ids: { id }, as: enterprise },
  ]
}
