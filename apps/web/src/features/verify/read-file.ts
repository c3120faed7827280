import { codeInFile } from '@jiju/kernel/verification-code'

/** What a file says of itself, found in the browser; null for the hash where the page has no secure connection. Nothing is sent. */
export type FileFacts = { readonly name: string; readonly sha256: string | null; readonly code: string | undefined }

export async function readFile(file: File): Promise<FileFacts> {
  const bytes = await file.arrayBuffer()
  const code = codeInFile(new TextDecoder('latin1').decode(bytes))
  // Browsers compute hashes on secure pages only.
  if (!globalThis.crypto?.subtle) return { name: file.name, sha256: null, code }
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return { name: file.name, sha256: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''), code }
}
