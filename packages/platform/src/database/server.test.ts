import { expect, test } from 'vitest'
import { serverProblem } from './server.ts'

test('takes PostgreSQL 15 and later in UTF8', () => {
  expect(serverProblem({ version: 150_014, name: '15.14', encoding: 'UTF8' })).toBeUndefined()
  expect(serverProblem({ version: 180_004, name: '18.4', encoding: 'UTF8' })).toBeUndefined()
})

test('says what to do about an older server and another encoding', () => {
  expect(serverProblem({ version: 140_009, name: '14.9', encoding: 'UTF8' })).toContain(
    'needs PostgreSQL 15 or later; the server of DATABASE_URL is 14.9',
  )
  expect(serverProblem({ version: 150_014, name: '15.14', encoding: 'SQL_ASCII' })).toContain("encoding 'UTF8'")
})
