import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { KeyPair } from '../pdf/certificates.ts'
import { isSignedText, signText } from '../pdf/sign-text.ts'

/** An archive is signed by two files: the list of its others with their hashes, and the signature of exactly that list. */
export const MANIFEST = 'manifest.json'
export const MANIFEST_SIGNATURE = 'manifest.sig'

const Manifest = z.object({ files: z.record(z.string(), z.object({ sha256: z.string() })) })

/** The signature that goes into the archive beside its manifest. */
export const manifestSignature = (manifest: string, key: Pick<KeyPair, 'privateKey'>): string => `${signText(manifest, key)}\n`

type ArchiveCheck = {
  /** Whether one of the certificates has signed the manifest; `none`: there is no signature, or nothing that it could be of. */
  readonly signature: 'valid' | 'none' | 'broken'
  readonly count: number
  /** Files that are not as the manifest lists them. */
  readonly differences: readonly { readonly name: string; readonly kind: 'changed' | 'missing' | 'added' }[]
}

/** Compares the files of an archive with its manifest, and the manifest with its signature by one of the certificates (DER). */
export function checkArchive(files: ReadonlyMap<string, Buffer>, certificates: readonly Buffer[]): ArchiveCheck {
  const [text, signature] = [files.get(MANIFEST), files.get(MANIFEST_SIGNATURE)]
  const listed = text && readManifest(text.toString('utf8'))
  if (!text || !listed || !signature) return { signature: 'none', count: files.size, differences: [] }
  const isSigned = isSignedText(text.toString('utf8'), signature.toString('utf8').trim(), certificates)
  const differences: ArchiveCheck['differences'][number][] = []
  for (const [name, { sha256 }] of Object.entries(listed)) {
    const bytes = files.get(name)
    if (!bytes) differences.push({ name, kind: 'missing' })
    else if (createHash('sha256').update(bytes).digest('hex') !== sha256) differences.push({ name, kind: 'changed' })
  }
  for (const name of files.keys())
    if (!(name in listed) && name !== MANIFEST && name !== MANIFEST_SIGNATURE) differences.push({ name, kind: 'added' })
  return { signature: isSigned ? 'valid' : 'broken', count: Object.keys(listed).length, differences }
}

function readManifest(text: string): z.infer<typeof Manifest>['files'] | undefined {
  try {
    return Manifest.parse(JSON.parse(text)).files
  } catch {
    return undefined
  }
}
