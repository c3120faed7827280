/**
 * Writes every generated file from its source: row types and schema.sql from a migrated database, OpenAPI and the client's types from the contracts,
 * docs/errors.md from the problem texts, docs/booking-states.md from the states. `--check` writes nothing and fails when a committed file differs.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createTestDatabase, setup } from '../packages/platform/src/database/test-database.ts'
import { dumpSchema } from './dump-schema.ts'
import { apiFiles } from './generate-api.ts'
import { statePages } from './generate-states.ts'
import { tableTypes } from './generate-tables.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const onlyTables = process.argv.includes('--tables')

const tearDown = await setup()
const database = await createTestDatabase()
const files = await tableTypes(database.url)
files.set('db/schema.sql', await dumpSchema(database.url))
for (const [file, text] of statePages()) files.set(file, text)
if (!onlyTables) for (const [file, text] of await apiFiles(database.url)) files.set(file, text)
await database.drop()
await tearDown()

const current = (file: string) => (existsSync(path.join(ROOT, file)) ? readFileSync(path.join(ROOT, file), 'utf8') : '')
const changed = [...files].filter(([file, text]) => current(file) !== text)
if (process.argv.includes('--check')) {
  for (const [file] of changed) console.error(`  ${file} differs from its source`)
  if (changed.length > 0) throw new Error('Generated files are not up to date. Run `npm run generate` and commit the result.')
  console.log(`${files.size} generated files are up to date`)
} else {
  for (const [file, text] of changed) {
    mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true })
    writeFileSync(path.join(ROOT, file), text)
    console.log(`wrote ${file}`)
  }
}
