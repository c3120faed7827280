// `npm run bench -- NAME [--quick] [--json]`: runs one benchmark of bench/ on a database and port of its own. `--json` prints one object a line and nothing else.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ensureInstalled, ROOT, runTypeScript } from './run.mjs'

await ensureInstalled()
const names = readdirSync(path.join(ROOT, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
const [name, ...options] = process.argv.slice(2)
const unknown = options.filter((option) => option !== '--quick' && option !== '--json')
if (!names.includes(name) || unknown.length > 0) {
  console.error(`Usage: npm run bench -- NAME [--quick] [--json]\nBenchmarks: ${names.join(', ')}`)
  process.exit(2)
}
// Pages are measured as they are served: built.
if (name === 'web' || name === 'timeline') {
  const { buildAll } = await import('./build.mjs')
  await buildAll()
}
process.exit(await runTypeScript('bench/run.ts', [name, ...options]))
