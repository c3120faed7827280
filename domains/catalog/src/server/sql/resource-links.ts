import type { ResourceContent } from '../../contract/resource-content.ts'
import type { CatalogDb } from '../catalog-db.ts'

/** Makes the citations follow the shown content. */
export async function replaceLinks(db: CatalogDb, resourceId: string, content: ResourceContent): Promise<void> {
  await db.deleteFrom('catalog.resource_standard').where('resource_id', '=', resourceId).execute()
  await db.deleteFrom('catalog.resource_method').where('resource_id', '=', resourceId).execute()
  if (content.standards.length > 0)
    await db
      .insertInto('catalog.resource_standard')
      .values(
        content.standards.map((cited, position) => ({
          resource_id: resourceId,
          standard_id: cited.standardId,
          note: cited.note,
          position,
        })),
      )
      .execute()
  if (content.methodIds.length > 0)
    await db
      .insertInto('catalog.resource_method')
      .values(content.methodIds.map((methodId, position) => ({ resource_id: resourceId, method_id: methodId, position })))
      .execute()
}

/** Which of the ids a content names do not exist, or belong to somebody else. */
export async function findBrokenReferences(
  db: CatalogDb,
  providerId: string,
  resourceId: string,
  content: ResourceContent,
): Promise<{ siteIsBroken: boolean; standards: string[]; methods: string[]; deviceClasses: string[]; files: string[] }> {
  const standardIds = content.standards.map((cited) => cited.standardId)
  const fileIds = [...content.photos, ...content.attachments].map((file) => file.fileId)
  const site = content.siteId
    ? await db
        .selectFrom('catalog.site')
        .select('id')
        .where('id', '=', content.siteId)
        .where('provider_id', '=', providerId)
        .where('is_closed', '=', false)
        // Whoever closes the site waits until this resource stands there.
        .forShare()
        .executeTakeFirst()
    : undefined
  const standards = standardIds.length ? await db.selectFrom('catalog.standard').select('id').where('id', 'in', standardIds).execute() : []
  const methods = content.methodIds.length
    ? await db
        .selectFrom('catalog.method')
        .select('id')
        .where('id', 'in', content.methodIds)
        .where((eb) => eb.or([eb('provider_id', 'is', null), eb('provider_id', '=', providerId)]))
        .execute()
    : []
  const codes = await findKnownDeviceCodes(db, content.deviceClassCodes)
  const files = fileIds.length
    ? await db
        .selectFrom('catalog.resource_file')
        .select('file_id')
        .where('resource_id', '=', resourceId)
        .where('file_id', 'in', fileIds)
        .execute()
    : []
  const lacking = (wanted: readonly string[], found: readonly string[]) => wanted.filter((id) => !found.includes(id))
  return {
    siteIsBroken: content.siteId !== null && !site,
    standards: lacking(
      standardIds,
      standards.map((row) => row.id),
    ),
    methods: lacking(
      content.methodIds,
      methods.map((row) => row.id),
    ),
    deviceClasses: lacking(content.deviceClassCodes, codes),
    files: lacking(
      fileIds,
      files.map((row) => row.file_id),
    ),
  }
}

/** Those of the codes (directory, group or full code) that the loaded vocabulary knows. */
export async function findKnownDeviceCodes(db: CatalogDb, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const rows = await db
    .selectFrom('catalog.device_class')
    .select(['code', 'group_code', 'directory_code'])
    .where((eb) => eb.or([eb('code', 'in', codes), eb('group_code', 'in', codes), eb('directory_code', 'in', codes)]))
    .execute()
  const known = new Set(rows.flatMap((row) => [row.code, row.group_code, row.directory_code]))
  return codes.filter((code) => known.has(code))
}

export type CitedStandardRow = { resource_id: string; standard_id: string; note: string | null }

export async function listCitedStandards(db: CatalogDb, resourceIds: readonly string[]): Promise<CitedStandardRow[]> {
  if (resourceIds.length === 0) return []
  return db
    .selectFrom('catalog.resource_standard')
    .select(['resource_id', 'standard_id', 'note'])
    .where('resource_id', 'in', resourceIds)
    .orderBy('resource_id')
    .orderBy('position')
    .orderBy('standard_id')
    .execute()
}

export type ResourceMethodRow = { resource_id: string; id: string; name_zh: string; name_en: string | null }

export async function listResourceMethods(db: CatalogDb, resourceIds: readonly string[]): Promise<ResourceMethodRow[]> {
  if (resourceIds.length === 0) return []
  return db
    .selectFrom('catalog.resource_method as l')
    .innerJoin('catalog.method as m', 'm.id', 'l.method_id')
    .select(['l.resource_id', 'm.id', 'm.name_zh', 'm.name_en'])
    .where('l.resource_id', 'in', resourceIds)
    .orderBy('l.resource_id')
    .orderBy('l.position')
    .orderBy('m.id')
    .execute()
}

/** Names of device classification codes of every level. */
export async function listDeviceClassNames(db: CatalogDb, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('catalog.device_class')
    .distinct()
    .select(['code', 'name', 'group_code', 'group_name', 'directory_code', 'directory_name'])
    .where((eb) => eb.or([eb('code', 'in', codes), eb('group_code', 'in', codes), eb('directory_code', 'in', codes)]))
    .execute()
  const names = new Map<string, string>()
  for (const row of rows) {
    names.set(row.directory_code, row.directory_name)
    names.set(row.group_code, row.group_name)
    names.set(row.code, row.name)
  }
  return names
}

export async function insertResourceFile(db: CatalogDb, resourceId: string, fileId: string, at: Date): Promise<void> {
  await db.insertInto('catalog.resource_file').values({ resource_id: resourceId, file_id: fileId, uploaded_at: at }).execute()
}

export async function hasResourceFile(db: CatalogDb, resourceId: string, fileId: string): Promise<boolean> {
  const row = await db
    .selectFrom('catalog.resource_file')
    .select('file_id')
    .where('resource_id', '=', resourceId)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  return row !== undefined
}

export async function countResourceFiles(db: CatalogDb, resourceId: string): Promise<number> {
  const row = await db
    .selectFrom('catalog.resource_file')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('resource_id', '=', resourceId)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
