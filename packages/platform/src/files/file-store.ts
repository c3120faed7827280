import type { Readable } from 'node:stream'

/** Bytes under their SHA-256: the same content is stored once, and content never changes under its name. */
export type FileStore = {
  /** Where an upload is received before its hash is known. */
  readonly incomingFolder: string
  /** Takes the file at `path` over; when it returns, the bytes are durable. */
  readonly keep: (content: { readonly sha256: string; readonly path: string; readonly mediaType: string }) => Promise<void>
  /** The bytes, or null when nothing has this hash. */
  readonly find: (sha256: string) => Promise<{ readonly stream: Readable; readonly sizeBytes: number } | null>
}

/** `ab/cd/abcd…`: no folder grows too large to list. */
export function pathOfHash(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('not a SHA-256 in lower-case hex')
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}
