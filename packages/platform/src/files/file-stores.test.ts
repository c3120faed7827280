import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diskStore } from './disk-store.ts'
import { type FileStore, pathOfHash } from './file-store.ts'
import { readShared } from './keep-bytes.ts'
import { openFileStore } from './open.ts'
import { startS3Server } from './s3-server-fixture.ts'
import { s3Store } from './s3-store.ts'

const credentials = { accessKeyId: 'key', secretAccessKey: 'secret', region: 'cn-east-1' }
let folder: string
const closers: (() => void)[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'jiju-store-'))
})
afterEach(() => {
  for (const close of closers.splice(0)) close()
  rmSync(folder, { recursive: true })
})

async function bucket(failures = 0, secretAccessKey = credentials.secretAccessKey) {
  const server = await startS3Server(credentials, failures)
  closers.push(server.close)
  const store = s3Store({
    ...credentials,
    secretAccessKey,
    endpoint: server.endpoint,
    bucket: 'jiju',
    incomingFolder: path.join(folder, 'incoming'),
  })
  return { server, store }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

async function keep(store: FileStore, text: string): Promise<string> {
  const received = path.join(store.incomingFolder, 'received')
  writeFileSync(received, text)
  await store.keep({ sha256: hashOf(text), path: received, mediaType: 'text/plain' })
  expect(existsSync(received)).toBe(false)
  return hashOf(text)
}

const textOf = async (store: FileStore, sha256: string) => {
  const found = await store.find(sha256)
  return found && { text: (await buffer(found.stream)).toString(), sizeBytes: found.sizeBytes }
}

describe.each([
  ['disk', async () => diskStore(folder)],
  ['bucket', async () => (await bucket()).store],
])('%s', (_name, open) => {
  test('gives back what it keeps, also when it is kept twice', async () => {
    const store = await open()
    const sha256 = await keep(store, '样品')
    await keep(store, '样品')
    expect(await textOf(store, sha256)).toEqual({ text: '样品', sizeBytes: 6 })
    expect(await readShared(store, sha256)).toEqual(new Uint8Array(Buffer.from('样品')))
    expect(await readShared(store, hashOf('nothing'))).toBeNull()
  })

  test('says null for content that it does not have, and takes nothing but hashes for names', async () => {
    const store = await open()
    expect(await store.find(hashOf('other'))).toBeNull()
    await expect(store.find('../../etc/passwd')).rejects.toThrow(TypeError)
  })
})

test('on disk a file stands under its hash, closed to other users', async () => {
  const sha256 = await keep(diskStore(folder), 'content')
  const file = path.join(folder, pathOfHash(sha256))
  expect(readdirSync(path.join(folder, 'incoming'))).toEqual([])
  expect(statSync(path.dirname(file)).mode & 0o077).toBe(0)
})

test('the bucket refuses another secret, and the store says so', async () => {
  const { store, server } = await bucket(0, 'wrong')
  await expect(keep(store, 'content')).rejects.toThrow('403')
  expect(server.objects.size).toBe(0)
})

test('what the bucket has is not sent again, and its type is kept', async () => {
  const { store, server } = await bucket()
  const sha256 = await keep(store, 'content')
  await keep(store, 'content')
  const key = `/jiju/${pathOfHash(sha256)}`
  expect(server.requests).toEqual([`HEAD ${key}`, `PUT ${key}`, `HEAD ${key}`])
  expect(server.objects.get(key)?.type).toBe('text/plain')
})

test('a busy bucket is asked again', async () => {
  const { store } = await bucket(2)
  expect(await textOf(store, await keep(store, 'content'))).toMatchObject({ text: 'content' })
})

test('half a setting of a bucket is refused', () => {
  expect(() => openFileStore({ S3_URL: 'https://s3.example.com', S3_BUCKET: 'jiju' }, folder)).toThrow('S3_ACCESS_KEY_ID')
})
