import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { type Db, sqlStateOf } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { CreateModel } from '../../contract/models.ts'
import type { Model } from '../../core/engine/model.ts'
import { checkOfficialModel } from '../../core/models/check-official.ts'
import { SHIPPED_MODELS } from '../../core/models/shipped.ts'
import type { ScoringTables } from '../needs.ts'
import { MODEL_MISSING } from '../problems.ts'
import { hashOfModel } from '../runs/execute-run.ts'
import { findModelOnDesk, insertModel, type ModelDeskRow, publishModel, retireModel, rewriteModel } from '../sql/model-drafts.ts'

type Act = { readonly id: string; readonly version: number; readonly personId: string }

const UNIQUE_VIOLATION = '23505'
const versionTaken = (model: Model) =>
  new Refusal({ code: 'scoring.model_version_taken', kind: 'conflict', params: { code: model.code, version: model.version } })

/** Refuses a document with every mistake, each at its place. */
function readModel(document: unknown): Model {
  const wrong = checkOfficialModel(document).filter(({ isWarning }) => !isWarning)
  if (wrong.length > 0)
    throw new Refusal(...wrong.map(({ path, code, params }) => ({ code, kind: 'invalid' as const, field: `/document${path}`, params })))
  return document as Model
}

/** A draft; answers its id. Refuses with every mistake of the document, `scoring.model_missing` or `scoring.model_version_taken`. */
export async function createModel(tx: Db<ScoringTables>, command: Command, wanted: CreateModel, personId: string): Promise<string> {
  const model = readModel(await documentOf(tx, wanted))
  const id = newId(command.now.getTime())
  if (!(await insertModel(tx, { id, document: model, sha256: hashOfModel(model), createdBy: personId, now: command.now })))
    throw versionTaken(model)
  await record(command, 'create', { id, code: model.code, model_version: model.version })
  return id
}

async function documentOf(tx: Db<ScoringTables>, wanted: CreateModel): Promise<unknown> {
  if ('document' in wanted) return wanted.document
  if ('shipped' in wanted) {
    const shipped = SHIPPED_MODELS.find(({ code }) => code === wanted.shipped)
    if (!shipped) throw new Refusal(MODEL_MISSING)
    return shipped
  }
  const found = await findModelOnDesk(tx, wanted.copyOf)
  if (!found) throw new Refusal(MODEL_MISSING)
  return { ...found.document, version: wanted.modelVersion }
}

/** Rewrites a draft. Whoever does does not publish it. */
export async function editModel(tx: Db<ScoringTables>, command: Command, wanted: Act & { document: unknown }): Promise<void> {
  const found = await expectModel(tx, wanted, 'draft')
  const model = readModel(wanted.document)
  const { id, version, personId } = wanted
  const draft = { id, version, document: model, sha256: hashOfModel(model), editedBy: personId, now: command.now }
  const isKept = await rewriteModel(tx, draft).catch((error: unknown) => {
    if (sqlStateOf(error) === UNIQUE_VIOLATION) throw versionTaken(model)
    throw error
  })
  if (!isKept) throw new Refusal(VERSION_STALE)
  await record(command, 'edit', found)
}

/** Publishes a draft by a second person. Refuses with `scoring.model_second_person`. */
export async function publishDraft(tx: Db<ScoringTables>, command: Command, wanted: Act): Promise<void> {
  const found = await expectModel(tx, wanted, 'draft')
  readModel(found.document)
  if (found.created_by === wanted.personId || found.edited_by === wanted.personId)
    throw new Refusal({ code: 'scoring.model_second_person', kind: 'refused' })
  if (!(await publishModel(tx, { ...wanted, now: command.now }))) throw new Refusal(VERSION_STALE)
  await record(command, 'publish', found)
}

/** A retired model starts no official run any more; its runs stay. */
export async function retire(tx: Db<ScoringTables>, command: Command, wanted: Act): Promise<void> {
  const found = await expectModel(tx, wanted, 'published')
  if (!(await retireModel(tx, { ...wanted, now: command.now }))) throw new Refusal(VERSION_STALE)
  await record(command, 'retire', found)
}

async function expectModel(tx: Db<ScoringTables>, { id, version }: Act, state: ModelDeskRow['state']): Promise<ModelDeskRow> {
  const found = await findModelOnDesk(tx, id)
  if (!found) throw new Refusal(MODEL_MISSING)
  if (found.state !== state) throw new Refusal({ code: 'scoring.model_act_not_allowed', kind: 'conflict', params: { state: found.state } })
  if (found.version !== version) throw new Refusal(VERSION_STALE)
  return found
}

async function record(command: Command, act: string, model: { id: string; code: string; model_version: string }): Promise<void> {
  await command.audit({
    action: `scoring.model.${act}`,
    subjectType: 'scoring.model',
    subjectId: model.id,
    detail: { code: model.code, version: model.model_version },
  })
}
