import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { type Db, violatedConstraint } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { KeepReportTemplate } from '../../contract/report-templates.ts'
import type { OrdersTables } from '../needs.ts'
import {
  findNumbering,
  findTemplate,
  insertTemplate,
  keepNumbering,
  type NumberingRow,
  retireTemplate,
  type TemplateRow,
  updateTemplate,
} from '../sql/reports/report-templates.ts'
import { TEMPLATE_MISSING } from './report-problems.ts'

type By = { readonly providerId: string; readonly personId: string }
type Wanted = By & { readonly id: string; readonly version: number }

const nameTaken = (name: string) => new Refusal({ code: 'orders.template_name_taken', kind: 'conflict', params: { name }, field: '/name' })

export async function addTemplate(tx: Db<OrdersTables>, command: Command, body: KeepReportTemplate, by: By): Promise<TemplateRow> {
  const id = newId(command.now.getTime())
  const row = {
    id,
    provider_id: by.providerId,
    name: body.name,
    class_code: body.classCode,
    language: body.language,
    content: body.content,
  }
  if (!(await insertTemplate(tx, { ...row, personId: by.personId, now: command.now }))) throw nameTaken(body.name)
  await command.audit({ action: 'orders.report_template.add', subjectType: 'report_template', subjectId: id, detail: { name: body.name } })
  return getTemplate(tx, id, by.providerId)
}

/** A new version; drafts and reports keep to the one that they began with. */
export async function changeTemplate(
  tx: Db<OrdersTables>,
  command: Command,
  body: KeepReportTemplate,
  wanted: Wanted,
): Promise<TemplateRow> {
  await getTemplate(tx, wanted.id, wanted.providerId)
  const row = {
    id: wanted.id,
    provider_id: wanted.providerId,
    name: body.name,
    class_code: body.classCode,
    language: body.language,
    content: body.content,
  }
  try {
    if (!(await updateTemplate(tx, { ...row, version: wanted.version, personId: wanted.personId, now: command.now })))
      throw new Refusal(VERSION_STALE)
  } catch (error) {
    if (violatedConstraint(error) === 'report_template_name_once') throw nameTaken(body.name)
    throw error
  }
  await command.audit({ action: 'orders.report_template.change', subjectType: 'report_template', subjectId: wanted.id })
  return getTemplate(tx, wanted.id, wanted.providerId)
}

export async function endTemplate(tx: Db<OrdersTables>, command: Command, wanted: Wanted): Promise<void> {
  await getTemplate(tx, wanted.id, wanted.providerId)
  if (!(await retireTemplate(tx, wanted.id, wanted.version))) throw new Refusal(VERSION_STALE)
  await command.audit({ action: 'orders.report_template.retire', subjectType: 'report_template', subjectId: wanted.id })
}

/** Refuses with `orders.template_missing`. */
async function getTemplate(tx: Db<OrdersTables>, id: string, providerId: string): Promise<TemplateRow> {
  const row = await findTemplate(tx, id)
  if (!row || row.provider_id !== providerId || row.state !== 'active') throw new Refusal(TEMPLATE_MISSING)
  return row
}

/** The body code that begins a provider's numbers; of one provider only. Refuses with `orders.report_code_taken` or `platform.version_stale`. */
export async function setBodyCode(
  tx: Db<OrdersTables>,
  command: Command,
  code: string,
  by: By & { version: number },
): Promise<NumberingRow> {
  try {
    if (!(await keepNumbering(tx, { ...by, code, now: command.now }))) throw new Refusal(VERSION_STALE)
  } catch (error) {
    if (violatedConstraint(error) === 'report_numbering_code')
      throw new Refusal({ code: 'orders.report_code_taken', kind: 'conflict', params: { code }, field: '/code' })
    throw error
  }
  await command.audit({ action: 'orders.report_numbering.set', subjectType: 'organisation', subjectId: by.providerId, detail: { code } })
  const row = await findNumbering(tx, by.providerId)
  if (!row) throw new Error('a numbering that was kept is gone')
  return row
}
