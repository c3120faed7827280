import type { TestApp } from '@jiju/api/test-app'
import type { SignedUp } from '@jiju/api/test-people'
import { newId } from '@jiju/kernel/ids'
import { TEST_MODEL } from '@jiju/scoring/server/test-scoring'
import type { Maker, PrivateThing } from './test-private-things.ts'

const SCORING = '/api/v1/scoring'
const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'

/** An objection and a certificate of an enterprise, on a list of a run. */
export async function scoringListThings({ pool }: TestApp, make: Maker, enterprise: SignedUp): Promise<PrivateThing[]> {
  const [enterpriseId, modelId, runId, listId] = [newId(), newId(), newId(), newId()]
  const officer = newId()
  await pool.query(
    `insert into scoring.enterprise (id, credit_code, name, created_at)
     select $1, uscc, '联江试验企业', now() from people.organisation where id = $2
     on conflict (credit_code) do nothing`,
    [enterpriseId, enterprise.organisationId],
  )
  const { rows } = await pool.query(
    'select e.id from scoring.enterprise e join people.organisation o on o.uscc = e.credit_code where o.id = $1',
    [enterprise.organisationId],
  )
  await pool.query(
    `insert into scoring.model (id, code, model_version, document, sha256, state, created_at, published_by, published_at)
     values ($1, 'test-lists', '1', $2, 'x', 'published', now(), $3, now())`,
    [modelId, JSON.stringify({ ...TEST_MODEL, code: 'test-lists' }), officer],
  )
  await pool.query(
    `insert into scoring.run (id, number, model_id, period, as_of, facts_at, purpose, state, scored_count, result_sha256, created_at)
     values ($1, 'RUN-THINGS', $2, '2025', '2025-12-31', now(), 'official', 'done', 1, 'x', now())`,
    [runId, modelId],
  )
  await pool.query(
    `insert into scoring.run_score (run_id, enterprise_id, status, stage, score, rank_all, rank_stage, stage_count, coverage, branches)
     values ($1, $2, 'scored', 'start', 80.0, 1, 1, 1, 1, '{}')`,
    [runId, rows[0].id],
  )
  const client = await pool.connect()
  await client.query('begin')
  await client.query(
    `insert into scoring.list (id, number, kind, title_zh, title_en, model_code, period, rules, shows_scores, contact, notice_days, objection_days,
       state, prepared_by, created_at, approved_by, approved_at, announced_by, announced_at, notice_from, notice_until)
     values ($1, 'LST-THINGS', 'top', '百强榜', 'Top 100', 'test-lists', '2025', '{"kind":"top","size":100}', true, '区科技局 020', 5, 5, 'notice',
       $2, now(), $3, now(), $2, now(), '2026-11-23', '2026-11-30')`,
    [listId, officer, newId()],
  )
  await client.query('insert into scoring.list_edition (list_id, edition, run_id, made_by, made_at) values ($1, 1, $2, $3, now())', [
    listId,
    runId,
    officer,
  ])
  await client.query('commit')
  client.release()
  const objection = await make.send(enterprise, 'POST', `${SCORING}/public-lists/${listId}/objections`, {
    body: { claim: '名次与数据不符' },
  })
  const certificate = await make.send(enterprise, 'POST', `${SCORING}/certificates`, { body: { runId } })
  const paper = await make.send(enterprise, 'POST', `${SCORING}/own-objections/${objection.id}/files`, { file: PDF })
  return [
    { route: `GET ${SCORING}/own-objections/:id`, ids: { id: objection.id }, as: enterprise },
    {
      route: `POST ${SCORING}/own-objections/:id/files`,
      ids: { id: objection.id },
      as: enterprise,
      file: { name: '审计报告.pdf', content: PDF },
    },
    {
      route: `GET ${SCORING}/own-objections/:id/files/:fileId`,
      ids: { id: objection.id, fileId: paper.files[0].id },
      as: enterprise,
    },
    { route: `GET ${SCORING}/certificates/:id/file`, ids: { id: certificate.id }, as: enterprise, isReadByDuty: true },
  ]
}
