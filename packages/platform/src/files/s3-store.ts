import { mkdirSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FileStore, pathOfHash } from './file-store.ts'
import { EMPTY_HASH, type S3Credentials, signRequest } from './s3-signature.ts'

type S3Options = S3Credentials & {
  /** `https://s3.example.com`: the bucket becomes the first part of the path. */
  readonly endpoint: string
  readonly bucket: string
  /** Where uploads are received before they are sent on. */
  readonly incomingFolder: string
}

type Send = { readonly method: 'GET' | 'HEAD' | 'PUT'; readonly sha256: string; readonly body?: Buffer; readonly mediaType?: string }

const MAX_TRIES = 4
const TIMEOUT_MS = 60_000

/** A file store in a bucket of an S3-compatible service. */
export function s3Store(options: S3Options): FileStore {
  mkdirSync(options.incomingFolder, { recursive: true, mode: 0o700 })
  return {
    incomingFolder: options.incomingFolder,
    keep: async ({ sha256, path, mediaType }) => {
      const head = await send(options, { method: 'HEAD', sha256 })
      if (head.status === 404) {
        // An upload is limited to a size that fits into memory.
        const answer = await send(options, { method: 'PUT', sha256, body: await readFile(path), mediaType })
        if (!answer.ok) throw new Error(`The file store did not take ${sha256}: ${answer.status} ${await answer.text()}`)
      } else if (!head.ok) {
        throw new Error(`The file store did not answer for ${sha256}: ${head.status}`)
      }
      await rm(path, { force: true })
    },
    find: async (sha256) => {
      const answer = await send(options, { method: 'GET', sha256 })
      if (answer.status === 404) return null
      if (!answer.ok || !answer.body) throw new Error(`The file store did not give ${sha256}: ${answer.status}`)
      return { stream: Readable.fromWeb(answer.body as ReadableStream), sizeBytes: Number(answer.headers.get('content-length') ?? 0) }
    },
  }
}

/** Storing content under its hash can be repeated without harm, so a broken connection and a busy server are tried again. */
async function send(options: S3Options, request: Send): Promise<Response> {
  const url = new URL(`${options.endpoint.replace(/\/$/, '')}/${options.bucket}/${pathOfHash(request.sha256)}`)
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt === MAX_TRIES
    try {
      const answer = await sendOnce(options, url, request)
      if (isLast || (answer.status < 500 && answer.status !== 429)) return answer
      await answer.body?.cancel()
    } catch (error) {
      if (isLast)
        throw new Error(`The file store cannot be reached: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
    await sleep(100 * 2 ** attempt)
  }
}

function sendOnce(options: S3Options, url: URL, { method, sha256, body, mediaType }: Send): Promise<Response> {
  // The content's name is its hash, so the signature covers the content without reading it again.
  const bodyHash = body ? sha256 : EMPTY_HASH
  const headers = signRequest({ method, url, headers: mediaType ? { 'content-type': mediaType } : {}, bodyHash, now: new Date() }, options)
  return fetch(url, { method, headers, signal: AbortSignal.timeout(TIMEOUT_MS), ...(body && { body: new Uint8Array(body) }) })
}
