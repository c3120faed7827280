import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { MANIFEST, MANIFEST_SIGNATURE, manifestSignature } from '@jiju/platform/files/signed-archive'
import { workbookStream } from '@jiju/platform/files/write-workbook'
import { zipStream } from '@jiju/platform/files/write-zip'
import type { KeyPair } from '@jiju/platform/pdf/certificates'
import type { Evidence } from './gather-evidence.ts'
import words from './paper-words.json' with { type: 'json' }

type Surroundings = {
  /** Of the claim. */
  readonly number: string
  readonly claimedAt: Date
  readonly now: Date
  readonly publicAddress: string
  /** Signs the manifest. */
  readonly root: Pick<KeyPair, 'privateKey'>
}

/**
 * One archive with every paper and a list of them: what each is, its hash, and what is missing; signed by the platform's root, so that a change is seen
 * anywhere. Bytes that are not what the list says end the archive.
 */
export async function evidenceBundle(
  { papers, missing }: Evidence,
  { number, claimedAt, now, publicAddress, root }: Surroundings,
): Promise<Readable> {
  const { list } = words
  const named = papers.map((paper, index) => ({ ...paper, path: `${String(index + 1).padStart(2, '0')}-${paper.name}` }))
  const rows = [
    ...named.map(({ kind, path, origin, sizeBytes, sha256 }, index) => [
      index + 1,
      words.papers[kind],
      path,
      list.sources[origin],
      sizeBytes,
      sha256,
      '',
    ]),
    ...missing.map((kind) => ['', words.papers[kind], '', '', '', '', list.missing]),
  ]
  const workbook = await buffer(workbookStream([{ title: list.title, headers: list.headers, rows }]))
  const listName = `00-${list.title}.xlsx`
  const files = named.map(({ path, sha256, read }) => ({
    name: path,
    read: async () => {
      const bytes = await read()
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`the bytes of ${sha256} have changed`)
      return bytes
    },
  }))
  const manifest = `${JSON.stringify(
    {
      format: 'jiju-evidence/1',
      claim: number,
      madeAt: now.toISOString(),
      publicAddress,
      files: Object.fromEntries([
        [listName, { sha256: createHash('sha256').update(workbook).digest('hex'), bytes: workbook.length }],
        ...named.map(({ path, sha256, sizeBytes }) => [path, { sha256, bytes: sizeBytes }]),
      ]),
    },
    null,
    2,
  )}\n`
  const text = (name: string, content: string) => ({ name, read: async () => Buffer.from(content) })
  return zipStream(
    [
      text(MANIFEST, manifest),
      text(MANIFEST_SIGNATURE, manifestSignature(manifest, root)),
      { name: listName, read: async () => workbook },
      ...files,
    ],
    claimedAt,
  )
}
