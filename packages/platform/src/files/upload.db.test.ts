import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { newId } from '@jiju/kernel/ids'
import type { Refusal } from '@jiju/kernel/problem'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, openPool } from '../database/pool.ts'
import { createTestDatabase, type TestDatabase } from '../database/test-database.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { diskStore } from './disk-store.ts'
import { contentDisposition, sendFile } from './send-file.ts'
import { cleanName, findFile, storeUpload, type Upload } from './upload.ts'

const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082',
  'hex',
)
let database: TestDatabase
let pool: ReturnType<typeof openPool>
let db: ReturnType<typeof openDatabase<PlatformTables>>
let folder: string
let store: ReturnType<typeof diskStore>
let app: FastifyInstance

beforeAll(async () => {
  database = await createTestDatabase()
  pool = openPool({ connectionString: database.url })
  db = openDatabase(pool)
  folder = mkdtempSync(path.join(os.tmpdir(), 'jiju-upload-'))
  store = diskStore(folder)
  app = Fastify()
  app.get<{ Params: { id: string; as: 'image' | 'attachment' } }>('/:as/:id', async (request, reply) => {
    const file = await findFile(db, request.params.id)
    return file ? sendFile(reply, store, file, request.params.as) : reply.code(404).send()
  })
})
afterAll(async () => {
  await app.close()
  await pool.end()
  await database.drop()
  rmSync(folder, { recursive: true })
})

const upload = (content: Buffer | string, options: Partial<Upload> = {}) =>
  storeUpload(db, store, {
    stream: Readable.from([Buffer.from(content)]),
    name: '照片 1.png',
    maxBytes: 10_000,
    allowedTypes: ['image/png', 'text/csv', 'image/svg+xml', 'text/html'],
    ownerOrganisationId: newId(),
    uploadedBy: newId(),
    ...options,
  })

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: Refusal) => error.problems?.[0] ?? error,
  )
const nothingLeft = () => expect(readdirSync(store.incomingFolder)).toEqual([])

test('stores what came, and sends it back as a download that a browser runs nothing of', async () => {
  const file = await upload(PNG)
  expect(file).toMatchObject({ name: '照片 1.png', mediaType: 'image/png', sizeBytes: PNG.length })
  const answer = await app.inject(`/attachment/${file.id}`)
  expect(answer.rawPayload.equals(PNG)).toBe(true)
  expect(answer.headers).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': `attachment; filename="__ 1.png"; filename*=UTF-8''%E7%85%A7%E7%89%87%201.png`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-length': String(PNG.length),
  })
  nothingLeft()
})

test('a raster picture is shown where a picture is asked for, a table is not', async () => {
  const [picture, table] = [await upload(PNG), await upload('a,b\n', { name: 'table.csv' })]
  expect((await app.inject(`/image/${picture.id}`)).headers).toMatchObject({
    'content-disposition': 'inline',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  expect((await app.inject(`/image/${table.id}`)).headers['content-disposition']).toMatch(/^attachment/)
})

test('the same content is stored once, each upload has its own row', async () => {
  const [first, second] = [await upload(PNG), await upload(PNG, { name: 'other.png' })]
  expect(first.sha256).toBe(second.sha256)
  expect(first.id).not.toBe(second.id)
})

test('what a browser has already is not sent again', async () => {
  const file = await upload(PNG)
  const answer = await app.inject({ url: `/image/${file.id}`, headers: { 'if-none-match': `"${file.sha256}"` } })
  expect(answer.statusCode).toBe(304)
  expect(answer.rawPayload).toHaveLength(0)
})

test('refuses what is too large while it comes, without reading the rest', async () => {
  let given = 0
  const endless = Readable.from(
    (function* () {
      for (;;) {
        given += 1000
        yield Buffer.alloc(1000, 'a')
      }
    })(),
  )
  expect(await refusalOf(upload('', { stream: endless, maxBytes: 50_000 }))).toMatchObject({ code: 'platform.file_too_large' })
  expect(given).toBeLessThan(1_000_000)
  nothingLeft()
})

test('refuses an empty file, and a type that is not allowed whatever its name says', async () => {
  expect(await refusalOf(upload(''))).toMatchObject({ code: 'platform.file_empty' })
  expect(await refusalOf(upload('%PDF-1.7\n'))).toMatchObject({
    code: 'platform.file_type_refused',
    params: { type: 'application/pdf', allowed: 'image/png, text/csv' },
  })
  nothingLeft()
})

test('never takes markup, even where the caller would', async () => {
  expect(await refusalOf(upload('<svg onload="alert(1)"/>'))).toMatchObject({
    code: 'platform.file_type_refused',
    params: { type: 'image/svg+xml' },
  })
  expect(await refusalOf(upload('<html>'))).toMatchObject({ code: 'platform.file_type_refused', params: { type: 'text/html' } })
})

test('an upload that breaks off leaves neither a row nor a file', async () => {
  const broken = Readable.from(
    (function* () {
      yield Buffer.from('a,b')
      throw new Error('connection lost')
    })(),
  )
  const before = await db.selectFrom('platform.file').select('id').execute()
  await expect(upload('', { stream: broken })).rejects.toThrow('connection lost')
  expect(await db.selectFrom('platform.file').select('id').execute()).toEqual(before)
  nothingLeft()
})

test('content that is gone from the store answers as missing', async () => {
  const file = await upload('a,b,c\n', { name: 'gone.csv' })
  rmSync(path.join(folder, file.sha256.slice(0, 2)), { recursive: true })
  const answer = await app.inject(`/attachment/${file.id}`)
  expect(answer.statusCode).toBe(500)
  expect(answer.headers['content-disposition']).toBeUndefined()
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\chen\\报告.pdf', '报告.pdf'],
  ['a\u202Egpj.exe', 'agpj.exe'],
  ['line\r\nbreak".csv', 'linebreak.csv'],
  ['...', 'file'],
  [`${'长'.repeat(300)}.xlsx`, `${'长'.repeat(115)}.xlsx`],
])('the name %j becomes %j', (name, clean) => {
  expect(cleanName(name)).toBe(clean)
})

test('the header of a download holds no quote that would end it', () => {
  expect(contentDisposition(`it's "50%" (1).csv`)).toBe(
    `attachment; filename="it's _50__ (1).csv"; filename*=UTF-8''it%27s%20%2250%25%22%20%281%29.csv`,
  )
})
