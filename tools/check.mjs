// `npm run check`: everything that must hold before a change lands, except the tests. Runs all steps, then says which failed.
import { checkDirections } from './arch-rules.mjs'
import { checkThatRulesBite } from './arch-rules-bite.mjs'
import { checkLicences } from './licences.mjs'
import { ensureInstalled, runBin, runTypeScript } from './run.mjs'

await ensureInstalled()
const orFail = async (code) => {
  if ((await code) !== 0) throw new Error('see the messages above')
}
const steps = {
  'format and lint': () => orFail(runBin('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])),
  types: () => orFail(runBin('ts7/bin/tsc', ['-p', '.', '--checkers', '2'])),
  'directions of imports': checkDirections,
  'each direction rule bites': checkThatRulesBite,
  'unused exports and dependencies': () => orFail(runBin('knip/bin/knip.js', ['--no-progress'])),
  licences: checkLicences,
  'generated files': () => orFail(runTypeScript('tools/generate.ts', ['--check'])),
}

const failed = []
for (const [name, step] of Object.entries(steps)) {
  const start = Date.now()
  try {
    const said = await step()
    console.log(`ok      ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)${said ? `: ${said}` : ''}`)
  } catch (error) {
    failed.push(name)
    console.error(`FAILED  ${name}: ${error instanceof Error ? error.message : error}`)
  }
}
if (failed.length > 0) console.error(`\n${failed.length} of ${Object.keys(steps).length} checks failed: ${failed.join(', ')}`)
process.exit(failed.length > 0 ? 1 : 0)
