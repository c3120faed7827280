import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { workbookStream } from '@jiju/platform/files/write-workbook'
import { zipStream } from '@jiju/platform/files/write-zip'
import type { Evidence } from './gather-evidence.ts'
import words from './paper-words.json' with { type: 'json' }

/** One archive with every paper and a list of them: what each is, its hash, and what is missing. Bytes that are not what the list says end the archive. */
export function evidenceBundle({ papers, missing }: Evidence, at: Date): Readable {
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
  const workbook = {
    name: `00-${list.title}.xlsx`,
    read: () => buffer(workbookStream([{ title: list.title, headers: list.headers, rows }])),
  }
  const files = named.map(({ path, sha256, read }) => ({
    name: path,
    read: async () => {
      const bytes = await read()
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`the bytes of ${sha256} have changed`)
      return bytes
    },
  }))
  return zipStream([workbook, ...files], at)
}
