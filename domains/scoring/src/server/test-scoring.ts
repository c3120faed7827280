import { newId } from '@jiju/kernel/ids'
import { sql } from 'kysely'
import { createTestApp, type TestApp } from '../../../../apps/api/src/test-app.ts'
import { type SignedUp, signUpAs } from '../../../../apps/api/src/test-people.ts'
import type { Model } from '../core/engine/model.ts'
import type { Source } from '../core/facts/sources.ts'
import { hashOfModel } from './runs/execute-run.ts'

/** A year after the period of the tests' facts. */
export const NOW = new Date('2026-11-23T01:40:00.000Z')

/** Two indicators of 100 points: R&D by share of revenue (min–max), patents by a ladder; two stages by revenue. */
export const TEST_MODEL: Model = {
  format: 'jiju-model/1',
  code: 'test',
  version: '1',
  name: { zh: '试验模型', en: 'Test model' },
  validFrom: '2026-01-01',
  validTo: null,
  certainty: 'to_confirm',
  sources: [{ title: 'Made for tests' }],
  scale: 100,
  decimals: 1,
  rounding: 'half_up',
  ties: 'best',
  cohort: 'stage',
  facts: [
    { code: 'rd_expense', name: { zh: '研发费用', en: 'R&D expense' }, unit: '万元' },
    { code: 'revenue', name: { zh: '营业收入', en: 'Revenue' }, unit: '万元' },
    { code: 'invention_applications', name: { zh: '发明专利申请量', en: 'Invention applications' }, unit: '件' },
  ],
  stages: [
    { code: 'start', name: { zh: '初创期', en: 'Start-up' }, when: [{ fact: 'revenue', is: '<', value: 2000 }] },
    { code: 'growth', name: { zh: '成长期', en: 'Growth' }, when: [{ fact: 'revenue', is: '>=', value: 2000 }] },
  ],
  indicators: [
    {
      code: 'rd_share',
      name: { zh: '研发费用占比', en: 'R&D share of revenue' },
      unit: '%',
      direction: 'higher',
      measure: { kind: 'ratio', numerator: 'rd_expense', denominator: 'revenue', factor: 100 },
      outliers: [],
      normalise: { kind: 'min_max' },
      missing: { kind: 'exclude' },
      certainty: 'to_confirm',
    },
    {
      code: 'patents',
      name: { zh: '发明专利', en: 'Invention patents' },
      unit: '件',
      direction: 'higher',
      measure: { kind: 'fact', fact: 'invention_applications' },
      outliers: [],
      normalise: {
        kind: 'ladder',
        below: 0,
        steps: [
          { from: 1, points: 0.5 },
          { from: 5, points: 1 },
        ],
      },
      missing: { kind: 'exclude' },
      certainty: 'to_confirm',
    },
  ],
  root: {
    code: 'total',
    name: { zh: '总分', en: 'Total' },
    aggregate: { kind: 'arithmetic' },
    minimumCoverage: 0.5,
    children: [
      { weight: { start: 60, growth: 40 }, indicator: 'rd_share' },
      { weight: { start: 40, growth: 60 }, indicator: 'patents' },
    ],
  },
  bonus: null,
  deductions: {
    cap: 20,
    items: [
      {
        code: 'administrative_penalty',
        name: { zh: '行政处罚', en: 'Administrative penalty' },
        points: 10,
        expiresAfterDays: 1095,
        repairedRatio: 0.5,
        isVeto: false,
        certainty: 'to_confirm',
      },
    ],
  },
  gates: [],
}

export type ScoringTest = Awaited<ReturnType<typeof createScoringTest>>

/** The whole application with the people of scoring, and ways to put enterprises, facts and models straight into their tables. */
export async function createScoringTest(
  now: () => Date = () => NOW,
  options: Pick<NonNullable<Parameters<typeof createTestApp>[0]>, 'webhooks' | 'factFolder' | 'url'> = {},
) {
  const t: TestApp = await createTestApp({ ...options, now })
  const points = await signUpAs(t, { kind: 'operator', roles: ['operator:points_officer'] })
  const inOffice = (role: string) => signUpAs(t, { kind: 'operator', roles: [role], organisationId: points.organisationId })
  const second = await inOffice('operator:points_officer')
  const data = await inOffice('operator:data_officer')
  const enterprise = await signUpAs(t, { kind: 'enterprise', roles: ['enterprise:owner'] })

  return {
    ...t,
    people: { points, second, data, enterprise },
    addEnterprise: async (creditCode: string, name = `企业 ${creditCode.slice(-4)}`): Promise<string> => {
      const id = newId()
      await sql`insert into scoring.enterprise (id, credit_code, name, founded_on, created_at)
        values (${id}, ${creditCode}, ${name}, '2019-05-01', ${now()})`.execute(t.db)
      return id
    },
    addFact: async (
      enterpriseId: string,
      factCode: string,
      value: string,
      period = '2025',
      source: Source = 'statistics',
    ): Promise<string> => {
      const id = newId()
      await sql`insert into scoring.fact (id, enterprise_id, fact_code, period, source, value, confidence, received_at)
        values (${id}, ${enterpriseId}, ${factCode}, ${period}, ${source}, ${value}, 'proved', ${new Date(now().getTime() - 86_400_000)})`.execute(
        t.db,
      )
      return id
    },
    addModel: async (model: Model = TEST_MODEL, state: 'draft' | 'published' = 'published'): Promise<string> => {
      const id = newId()
      await sql`insert into scoring.model (id, code, model_version, document, sha256, state, created_at, published_by, published_at)
        values (${id}, ${model.code}, ${model.version}, ${JSON.stringify(model)}::jsonb, ${hashOfModel(model)}, ${state}, ${now()},
          ${state === 'published' ? second.userId : null}, ${state === 'published' ? now() : null})`.execute(t.db)
      return id
    },
    /** One file by multipart, as browsers send it. */
    upload: (who: SignedUp, path: string, file: { name: string; content: string | Buffer }, headers = {}) => {
      const boundary = 'jiju-test-boundary'
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
      return t.inject({
        method: 'POST',
        url: `/api/v1/scoring${path}`,
        cookie: who.cookie,
        headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload: Buffer.concat([Buffer.from(head), Buffer.from(file.content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
      })
    },
    as: (who: SignedUp, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object, headers = {}) =>
      t.inject({ method, url: `/api/v1/scoring${path}`, cookie: who.cookie, headers, ...(payload && { payload }) }),
  }
}

/** Valid credit codes, one a number. */
export const creditCode = (number: number): string => `91310112MA1T${String(number).padStart(6, '0')}`
