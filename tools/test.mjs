// `npm test`: unit, database and browser tests, in this order; `npm test -- unit db` runs some of them. Ends with one line of counts.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ensureInstalled, runBin } from './run.mjs'

await ensureInstalled()
const PROJECTS = ['unit', 'db', 'e2e']
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !PROJECTS.includes(name))
if (unknown.length > 0) {
  console.error(`There is no test project ${unknown.join(', ')}. Choose from ${PROJECTS.join(', ')}.`)
  process.exit(2)
}
const projects = wanted.length > 0 ? wanted : PROJECTS
if (projects.includes('e2e')) {
  const { buildAll } = await import('./build.mjs')
  await buildAll()
}

/** The first lines of what was wrong, each on a line of its own under the test's name. */
const beginning = (message) =>
  stripVTControlCharacters(message)
    .split('\n')
    .slice(0, 12)
    .map((line) => `\n      ${line}`)
    .join('')

const folder = mkdtempSync(path.join(tmpdir(), 'jiju-test-'))
const counts = { passed: 0, failed: 0, skipped: 0 }
const failures = []
let exitCode = 0
for (const project of projects) {
  const report = path.join(folder, `${project}.json`)
  const code = await runBin('vitest/vitest.mjs', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  if (code !== 0) exitCode = code
  if (!existsSync(report)) {
    console.error(`The ${project} tests ended without a report.`)
    counts.failed += 1
    exitCode = exitCode || 1
    continue
  }
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  for (const { name, status, message, assertionResults } of testResults) {
    const file = path.relative(process.cwd(), name)
    const tests = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${file} > ${test.fullName}${beginning(test.failureMessages.join('\n'))}`)
    failures.push(...(status === 'failed' && tests.length === 0 ? [`${file}${beginning(message)}`] : tests))
  }
  if (numPassedTests + numFailedTests === 0) {
    console.error(`The ${project} project ran no test.`)
    exitCode = exitCode || 1
  }
  counts.passed += numPassedTests
  // A file that fails to load fails as a suite without a test.
  counts.failed += numFailedTests || (code !== 0 && numFailedTestSuites ? numFailedTestSuites : 0)
  counts.skipped += numPendingTests
}
rmSync(folder, { recursive: true, force: true })
if (failures.length > 0) console.error(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`)
console.log(`\n${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`)
process.exit(exitCode)
