// `npm run generate`: writes every generated file; see tools/generate.ts.
import { ensureInstalled, runTypeScript } from './run.mjs'

await ensureInstalled()
process.exit(await runTypeScript('tools/generate.ts', process.argv.slice(2)))
