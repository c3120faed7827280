import { createHash, randomBytes } from 'node:crypto'
import { newId, readableNumber } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { verificationCode } from '@jiju/kernel/verification-code'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { keepBytes } from '@jiju/platform/files/keep-bytes'
import type { Command } from '@jiju/platform/http/command'
import { signPdf } from '@jiju/platform/pdf/sign-pdf'
import { countPages, writePdf } from '@jiju/platform/pdf/write-pdf'
import type { CertificateContent } from '../../contract/certificates.ts'
import { canonicalJson } from '../../core/engine/canonical.ts'
import { branchesOf } from '../../core/engine/model.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import { ENTERPRISE_MISSING, MODEL_MISSING, RUN_MISSING } from '../problems.ts'
import { findFinalSuccessor, insertCertificate, lockPublication } from '../sql/certificates.ts'
import { listOperators } from '../sql/lists.ts'
import { findModel } from '../sql/models.ts'
import { findOrganisationName } from '../sql/organisations.ts'
import { findRun, findRunScore, type RunRow } from '../sql/runs.ts'
import { certificatePdf } from './certificate-pdf.ts'

type Needs = Pick<ScoringNeeds, 'files' | 'publicAddress' | 'signingKey'>
type Wanted = { readonly runId: string; readonly enterpriseId: string; readonly personId: string }

/**
 * Writes a certificate of a published run, signs it with the key of the district's operator and keeps it word for word; answers its id.
 * Refuses with `scoring.run_missing`, `scoring.run_not_published`, `scoring.run_replaced` or `scoring.enterprise_not_scored`.
 */
export async function issueCertificate(tx: Db<ScoringTables>, command: Command, needs: Needs, wanted: Wanted): Promise<string> {
  const run = await findRun(tx, wanted.runId)
  if (!run) throw new Refusal({ ...RUN_MISSING, field: '/runId' })
  const publication = await lockPublication(tx, run.id)
  if (!publication) throw new Refusal({ code: 'scoring.run_not_published', kind: 'refused', params: { number: run.number } })
  const successor = await findFinalSuccessor(tx, run.id)
  if (successor) throw new Refusal({ code: 'scoring.run_replaced', kind: 'refused', params: { number: run.number, successor } })
  const id = newId(command.now.getTime())
  const number = readableNumber('CRT', localDayOf(command.now, SCORING_ZONE), id)
  const content = await contentOf(tx, { number, run, publication, enterpriseId: wanted.enterpriseId })
  const code = verificationCode(randomBytes(10))
  const [operator] = await listOperators(tx)
  if (!operator) throw new Error('nobody runs this district, so nobody signs its certificates')
  const issuer = (await findOrganisationName(tx, operator)) ?? ''
  const page = await writePdf(
    certificatePdf(content, {
      code,
      verifyUrl: `${needs.publicAddress}/v/${code}`,
      at: command.now,
      contentSha256: createHash('sha256').update(canonicalJson(content)).digest('hex'),
      issuer,
    }),
    { name: issuer, reason: '企业创新积分证明 Certificate of innovation points', signedAt: command.now },
  )
  const pdf = await signPdf(page, await needs.signingKey(tx, operator, command.now))
  const sha256 = await keepBytes(needs.files, pdf, 'application/pdf')
  const file = { sha256, sizeBytes: pdf.length, pages: countPages(pdf) }
  await insertCertificate(tx, {
    id,
    code,
    runId: run.id,
    enterpriseId: wanted.enterpriseId,
    content,
    ...file,
    issuedBy: wanted.personId,
    now: command.now,
  })
  await command.audit({
    action: 'scoring.certificate.issue',
    subjectType: 'scoring.certificate',
    subjectId: id,
    detail: { number, runId: run.id, enterpriseId: wanted.enterpriseId, sha256 },
  })
  return id
}

async function contentOf(
  tx: Db<ScoringTables>,
  { number, run, publication, enterpriseId }: { number: string; run: RunRow; publication: 'notice' | 'final'; enterpriseId: string },
): Promise<CertificateContent> {
  const found = await findModel(tx, run.model_id)
  if (!found) throw new Refusal(MODEL_MISSING)
  const score = await findRunScore(tx, run.id, enterpriseId)
  if (!score) throw new Refusal(ENTERPRISE_MISSING)
  if (score.score === null || score.rank_all === null)
    throw new Refusal({ code: 'scoring.enterprise_not_scored', kind: 'refused', params: { number: run.number } })
  const model = found.document
  const stage = model.stages.find(({ code }) => code === score.stage)
  const branches = branchesOf(model).filter((branch) => branch !== model.root)
  return {
    number,
    enterpriseName: score.name,
    creditCode: score.credit_code,
    runNumber: run.number,
    period: run.period,
    asOf: run.as_of,
    dataDate: run.facts_at.toISOString(),
    model: { code: model.code, version: model.version, name: model.name, certainty: model.certainty, scale: model.scale },
    publication,
    score: score.score,
    rankAll: score.rank_all,
    scoredCount: run.scored_count ?? 0,
    stage: stage && score.rank_stage !== null ? { name: stage.name, rank: score.rank_stage, count: score.stage_count ?? 0 } : null,
    coverageRatio: Number(score.coverage),
    branches: branches.map(({ code, name }) => {
      const points = score.branches[code]
      return { name, points: points === null || points === undefined ? null : points.toFixed(model.decimals) }
    }),
    resultSha256: run.result_sha256 ?? '',
  }
}
