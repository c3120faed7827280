// Runs the direction rules over the whole tree. An empty run is a failure: the tool says "no violations" when it can read nothing.
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { ROOT } from './run.mjs'

const MIN_MODULES = 150

/** Returns what dependency-cruiser found in `root`: module count and violations. */
export function cruise(root = ROOT, folders = ['packages', 'domains', 'apps']) {
  const bin = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  let text
  try {
    text = execFileSync(process.execPath, [bin, '--config', path.join(ROOT, 'tools/depcruise.cjs'), '--output-type', 'json', ...folders], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 2 ** 28,
    }).toString()
  } catch (error) {
    if (!error.stdout?.length) throw error
    text = error.stdout.toString()
  }
  const { summary } = JSON.parse(text)
  return { modules: summary.totalCruised, violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })) }
}

export function checkDirections() {
  const { modules, violations } = cruise()
  if (modules < MIN_MODULES)
    throw new Error(`Only ${modules} modules were read; at least ${MIN_MODULES} are expected. The rules saw too little to judge.`)
  for (const { rule, from, to } of violations) console.error(`  ${rule}: ${from} → ${to}`)
  if (violations.length > 0) throw new Error(`${violations.length} imports go the wrong way.`)
  return `${modules} modules, no import goes the wrong way`
}
