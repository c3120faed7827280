import type { ModelMistake, ScoringModel, ScoringModelSummary } from '../../contract/models.ts'
import { checkOfficialModel } from '../../core/models/check-official.ts'
import { problemWords } from '../problem-words.ts'
import type { ModelDeskRow } from '../sql/model-drafts.ts'

export function presentModelSummary(row: ModelDeskRow, readerId: string): ScoringModelSummary {
  const { document } = row
  return {
    id: row.id,
    code: row.code,
    modelVersion: row.model_version,
    name: document.name,
    state: row.state,
    certainty: document.certainty,
    validFrom: document.validFrom,
    validTo: document.validTo,
    sourceCount: document.sources.length,
    indicatorCount: document.indicators.length,
    sha256: row.sha256,
    createdAt: row.created_at.toISOString(),
    createdByName: row.created_by_name,
    editedByName: row.edited_by_name,
    isOwn: row.created_by === readerId || row.edited_by === readerId,
    publishedAt: row.published_at?.toISOString() ?? null,
    publishedByName: row.published_by_name,
    retiredAt: row.retired_at?.toISOString() ?? null,
    version: row.version,
  }
}

export function presentModel(row: ModelDeskRow, readerId: string): ScoringModel {
  return {
    ...presentModelSummary(row, readerId),
    document: row.document as unknown as Record<string, unknown>,
    mistakes: mistakesOf(row.document),
  }
}

/** What is wrong with a document, in words. */
export function mistakesOf(document: unknown): ModelMistake[] {
  return checkOfficialModel(document).map((mistake) => ({
    ...mistake,
    params: { ...mistake.params },
    message: problemWords(mistake.code, mistake.params),
  }))
}
