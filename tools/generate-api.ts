import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { buildApp } from '../apps/api/src/app.ts'
import { createTestWiring } from '../apps/api/src/test-app.ts'
import { HTTP_PROBLEM_TEXTS, type ProblemTexts } from '../packages/platform/src/http/problem-texts.ts'
import { webhookPage } from './generate-webhooks.ts'

/** OpenAPI, the client's types, docs/errors.md and docs/webhooks.md, from the contracts and problem texts: file → text. */
export async function apiFiles(databaseUrl: string): Promise<Map<string, string>> {
  refuseSharedNames()
  const { wiring, close } = await createTestWiring(databaseUrl)
  const app = await buildApp({ wiring, publicAddress: 'http://localhost:4000', version: '1', requestsPerMinute: 0 })
  const document = (app as unknown as { swagger: () => Record<string, unknown> }).swagger()
  await app.close()
  await close()
  const openapi = `${JSON.stringify(document, null, 2)}\n`
  const types = astToString(await openapiTS(openapi))
  return new Map([
    ['packages/api-client/openapi.json', openapi],
    ['packages/api-client/src/schema.ts', `// Generated from openapi.json by \`npm run generate\`.\n${types}`],
    [
      'docs/errors.md',
      errorPage({
        'HTTP and platform': HTTP_PROBLEM_TEXTS,
        ...Object.fromEntries(wiring.modules.map((module) => [module.name, module.problems])),
      }),
    ],
    ['docs/webhooks.md', webhookPage(Object.assign({}, ...wiring.modules.map((module) => module.publicEvents)))],
  ])
}

/** Two schemas of one name would silently become one in the document, whichever was made last. */
function refuseSharedNames(): void {
  const seen = new Map<string, string>()
  const shared: string[] = []
  for (const folder of ['domains', 'packages']) {
    const root = fileURLToPath(new URL(`../${folder}/`, import.meta.url))
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.includes('node_modules')) continue
      for (const [, name = ''] of readFileSync(root + file, 'utf8').matchAll(/\.meta\(\{ id: '(\w+)'/g)) {
        const other = seen.get(name)
        if (other) shared.push(`${name} in ${other} and ${folder}/${file}`)
        seen.set(name, `${folder}/${file}`)
      }
    }
  }
  if (shared.length > 0) throw new Error(`Schemas share a name; give one of each another: ${shared.join('; ')}`)
}

function errorPage(sections: Readonly<Record<string, ProblemTexts>>): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
  const tables = Object.entries(sections)
    .filter(([, texts]) => Object.keys(texts).length > 0)
    .map(([name, texts]) => {
      const rows = Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1))
      return `## ${name}\n\n| code | English | 中文 |\n|---|---|---|\n${rows.map(([code, text]) => `| \`${code}\` | ${cell(text.en)} | ${cell(text.zh)} |`).join('\n')}`
    })
  return `# Problem codes\n\nEvery refusal is a problem-details body (RFC 9457) with these codes, all at once, in the caller's language.\nGenerated from the \`problems.json\` of each domain by \`npm run generate\`.\n\n${tables.join('\n\n')}\n`
}
