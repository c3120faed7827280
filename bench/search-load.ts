/** Process of the search benchmark (DATABASE_URL, first and last index): builds the documents of a stretch of indexes and copies them into the database. */
import type { DocumentRow } from '@jiju/catalog/server/sql/search-index'
import { copyIn, copyLine } from '@jiju/platform/database/copy-in'
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

const ARE_JSON = COLUMNS.map((column) => column === 'card')

function* lines(from: number, to: number): Iterable<string> {
  for (let start = from; start < to; start += 500) {
    let chunk = ''
    for (let index = start; index < Math.min(to, start + 500); index += 1) {
      const document = documentOf(resourceOf(index))
      chunk += copyLine(
        COLUMNS.map((column) => document[column]),
        ARE_JSON,
      )
    }
    yield chunk
  }
}

const [databaseUrl, from = '0', to = '0'] = process.argv.slice(2)
const client = new pg.Client(databaseUrl)
await client.connect()
await copyIn(client, `copy catalog.search_document (${COLUMNS.join(', ')}) from stdin`, lines(Number(from), Number(to)))
await client.end()
