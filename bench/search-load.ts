/** Process of the search benchmark (DATABASE_URL, first and last index): builds the documents of a stretch of indexes and copies them into the database. */
import type { DocumentRow } from '@jiju/catalog/server/sql/search-index'
import pg from 'pg'
import { documentOf, resourceOf } from './search-corpus.ts'

const COLUMNS = [
  'resource_id',
  'draw',
  'kind',
  'provider_id',
  'provider_district',
  'district',
  'class_code',
  'standards',
  'modes',
  'cma_until',
  'cnas_until',
  'glp_until',
  'price_inside_fen',
  'price_member_fen',
  'price_academic_fen',
  'price_enterprise_fen',
  'price_outside_fen',
  'longitude',
  'latitude',
  'card',
  'tokens',
  'indexed_on',
  'refresh_on',
] as const satisfies readonly (keyof DocumentRow)[]

const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')

function copyValue(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (Array.isArray(value))
    return escaped(`{${value.map((item) => `"${String(item).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`)
  return escaped(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

/** `copy … from stdin` by the protocol of the driver, chunk by chunk as the socket takes them. */
async function copyIn(client: pg.Client, statement: string, chunks: Iterable<string>): Promise<void> {
  const { connection } = client as unknown as {
    connection: {
      query(text: string): void
      sendCopyFromChunk(chunk: Buffer): void
      endCopyFrom(): void
      stream: NodeJS.WritableStream & { writableNeedDrain: boolean }
    }
  }
  await new Promise<void>((resolve, reject) => {
    client.query({
      submit: () => connection.query(statement),
      handleCopyInResponse: async () => {
        for (const chunk of chunks) {
          connection.sendCopyFromChunk(Buffer.from(chunk))
          if (connection.stream.writableNeedDrain) await new Promise((drained) => connection.stream.once('drain', drained))
        }
        connection.endCopyFrom()
      },
      handleCommandComplete: () => {},
      handleError: reject,
      handleReadyForQuery: () => resolve(),
    } as never)
  })
}

function* lines(from: number, to: number): Iterable<string> {
  for (let start = from; start < to; start += 500) {
    let chunk = ''
    for (let index = start; index < Math.min(to, start + 500); index += 1) {
      const document = documentOf(resourceOf(index))
      chunk += `${COLUMNS.map((column) => copyValue(document[column])).join('\t')}\n`
    }
    yield chunk
  }
}

const [databaseUrl, from = '0', to = '0'] = process.argv.slice(2)
const client = new pg.Client(databaseUrl)
await client.connect()
await copyIn(client, `copy catalog.search_document (${COLUMNS.join(', ')}) from stdin`, lines(Number(from), Number(to)))
await client.end()
