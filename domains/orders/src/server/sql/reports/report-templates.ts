import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ReportTemplateContent } from '../../../contract/report-templates.ts'
import type { ReportLanguage } from '../../../core/reports/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

export type TemplateRow = {
  readonly id: string
  readonly provider_id: string
  readonly name: string
  readonly class_code: string
  readonly language: ReportLanguage
  readonly state: 'active' | 'retired'
  readonly version: number
  readonly content: ReportTemplateContent
}

const columns = sql`
  select t.id, t.provider_id, t.name, t.class_code, t.language, t.state, t.version, v.content
  from orders.report_template t join orders.report_template_version v on v.template_id = t.id and v.version = t.version`

export async function listTemplates(db: Db<OrdersTables>, providerId: string): Promise<TemplateRow[]> {
  const { rows } = await sql<TemplateRow>`
    ${columns} where t.provider_id = ${providerId} and t.state = 'active' order by t.class_code, t.name, t.id`.execute(db)
  return rows
}

export async function findTemplate(db: Db<OrdersTables>, id: string): Promise<TemplateRow | undefined> {
  const { rows } = await sql<TemplateRow>`${columns} where t.id = ${id}`.execute(db)
  return rows[0]
}

type Kept = Pick<TemplateRow, 'id' | 'provider_id' | 'name' | 'class_code' | 'language' | 'content'> & { personId: string; now: Date }

/** False when another template of the provider has the name. */
export async function insertTemplate(tx: Db<OrdersTables>, kept: Kept): Promise<boolean> {
  const { rows } = await sql`
    insert into orders.report_template (id, provider_id, name, class_code, language, created_at)
    values (${kept.id}, ${kept.provider_id}, ${kept.name}, ${kept.class_code}, ${kept.language}, ${kept.now})
    on conflict do nothing returning id`.execute(tx)
  if (rows.length === 0) return false
  await insertVersion(tx, { ...kept, version: 1 })
  return true
}

/** The next version; false when the row has another version by now. Throws the unique violation of the name. */
export async function updateTemplate(tx: Db<OrdersTables>, kept: Kept & { version: number }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.report_template set name = ${kept.name}, class_code = ${kept.class_code}, language = ${kept.language}, version = version + 1
    where id = ${kept.id} and version = ${kept.version} and state = 'active'`.execute(tx)
  if (numAffectedRows !== 1n) return false
  await insertVersion(tx, { ...kept, version: kept.version + 1 })
  return true
}

async function insertVersion(tx: Db<OrdersTables>, kept: Kept & { version: number }): Promise<void> {
  await sql`
    insert into orders.report_template_version (template_id, version, content, created_by, created_at)
    values (${kept.id}, ${kept.version}, ${JSON.stringify(kept.content)}, ${kept.personId}, ${kept.now})`.execute(tx)
}

export async function retireTemplate(tx: Db<OrdersTables>, id: string, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.report_template set state = 'retired' where id = ${id} and version = ${version} and state = 'active'`.execute(tx)
  return numAffectedRows === 1n
}

export type NumberingRow = { readonly code: string; readonly version: number }

export async function findNumbering(db: Db<OrdersTables>, providerId: string): Promise<NumberingRow | undefined> {
  const { rows } = await sql<NumberingRow>`select code, version from orders.report_numbering where provider_id = ${providerId}`.execute(db)
  return rows[0]
}

type KeptNumbering = {
  readonly providerId: string
  readonly code: string
  readonly version: number
  readonly personId: string
  readonly now: Date
}

/** `version` 0: none was set. False when it is another by now. Throws the unique violation of the code. */
export async function keepNumbering(tx: Db<OrdersTables>, { providerId, code, version, personId, now }: KeptNumbering): Promise<boolean> {
  if (version === 0) {
    const { rows } = await sql`
      insert into orders.report_numbering (provider_id, code, updated_by, updated_at) values (${providerId}, ${code}, ${personId}, ${now})
      on conflict on constraint report_numbering_pkey do nothing returning code`.execute(tx)
    return rows.length === 1
  }
  const { numAffectedRows } = await sql`
    update orders.report_numbering set code = ${code}, version = version + 1, updated_by = ${personId}, updated_at = ${now}
    where provider_id = ${providerId} and version = ${version}`.execute(tx)
  return numAffectedRows === 1n
}
