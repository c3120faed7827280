// Plants one violation per direction rule in a small copy of the tree and checks that this rule reports it.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cruise } from './arch-rules.mjs'
import { ROOT } from './run.mjs'

const PLANTS = {
  'no-cycles': {
    'domains/booking/src/core/z1.ts': "import { b } from './z2.ts'\nexport const a = () => b",
    'domains/booking/src/core/z2.ts': "import { a } from './z1.ts'\nexport const b = () => a",
  },
  'kernel-is-a-leaf': { 'packages/kernel/src/z.ts': "import { z } from 'zod'\nexport const s = z.string()" },
  'wire-is-light': { 'packages/wire/src/z.ts': "import { readFileSync } from 'node:fs'\nexport const f = readFileSync" },
  'core-is-pure': { 'domains/booking/src/core/z.ts': "import { readFileSync } from 'node:fs'\nexport const f = readFileSync" },
  'scoring-engine-is-a-leaf': {
    'domains/scoring/src/core/engine/z.ts': "import { newId } from '@jiju/kernel/ids'\nexport const q = newId",
  },
  'contract-is-light': {
    'domains/booking/src/contract/z.ts': "import { q } from '../server/z.ts'\nexport const f = q",
    'domains/booking/src/server/z.ts': 'export const q = 1',
  },
  'domains-do-not-meet': {
    'domains/booking/src/server/z.ts': "import type { Role } from '@jiju/people/core/access'\nexport type X = Role",
  },
  'sql-in-one-place': { 'domains/booking/src/server/z.ts': "import { sql } from 'kysely'\nexport const q = sql`select 1`" },
  'packages-below-domains': { 'packages/platform/src/z.ts': "import { ACCESS } from '@jiju/people/core/access'\nexport const q = ACCESS" },
  'server-knows-no-app': {
    'domains/booking/src/server/z.ts': "import { readConfig } from '../../../../apps/api/src/config.ts'\nexport const q = readConfig",
  },
  'web-stays-out-of-server': { 'apps/web/src/z.ts': "import type { DB } from '@jiju/booking/server/tables'\nexport type X = DB" },
  'web-features-do-not-meet': {
    'apps/web/src/features/a/z.ts': "import { y } from '../b/z.ts'\nexport const x = y",
    'apps/web/src/features/b/z.ts': 'export const y = 1',
  },
  'web-ui-knows-no-feature': {
    'apps/web/src/ui/z.ts': "import { y } from '../features/b/z.ts'\nexport const x = y",
    'apps/web/src/features/b/z.ts': 'export const y = 1',
  },
  'antd-in-its-folder': { 'apps/web/src/ui/z.ts': "import { Button } from 'antd'\nexport const b = Button" },
  'antd-comes-late': {
    'apps/web/src/ui/z.ts': "import { y } from '../ui-antd/y.ts'\nexport const x = y",
    'apps/web/src/ui-antd/y.ts': 'export const y = 1',
  },
  'public-pages-without-antd': {
    'apps/web/src/pages/home/z.ts': "import { x } from '../../ui/z.ts'\nexport const w = x",
    'apps/web/src/ui/z.ts': "export const x = () => import('../ui-antd/y.ts')",
    'apps/web/src/ui-antd/y.ts': 'export const y = 1',
  },
  'declared-dependencies': { 'packages/kernel/src/z.ts': "import fastify from 'fastify'\nexport const f = fastify" },
  'no-unresolved': { 'apps/web/src/z.ts': "import { nope } from '@jiju/booking/core/nope'\nexport const x = nope" },
}
// The few real files that the plants lean on; the rest of the tree only costs time.
const KEPT = [
  'packages/kernel',
  'packages/wire',
  'packages/platform/package.json',
  'domains/people/package.json',
  'domains/people/src/core',
  'domains/booking/package.json',
  'domains/scoring/package.json',
  'domains/booking/src/server/tables.ts',
  'apps/api/package.json',
  'apps/api/src/config.ts',
  'apps/web/package.json',
  'package.json',
  'tsconfig.json',
]

export function checkThatRulesBite() {
  const rules = createRequire(import.meta.url)('./depcruise.cjs').forbidden.map((rule) => rule.name)
  const unplanted = rules.filter((rule) => !(rule in PLANTS))
  if (unplanted.length > 0) throw new Error(`No violation is planted for ${unplanted.join(', ')}.`)
  const blunt = []
  for (const [rule, files] of Object.entries(PLANTS)) {
    const copy = mkdtempSync(path.join(tmpdir(), 'jiju-rules-'))
    try {
      for (const entry of KEPT)
        cpSync(path.join(ROOT, entry), path.join(copy, entry), { recursive: true, filter: (source) => !source.includes('node_modules') })
      symlinkWorkspaces(copy)
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
        writeFileSync(path.join(copy, file), text)
      }
      if (!cruise(copy).violations.some((violation) => violation.rule === rule)) blunt.push(rule)
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  }
  if (blunt.length > 0) throw new Error(`These rules do not report their planted violation: ${blunt.join(', ')}.`)
  return `${rules.length} rules bite`
}

/** Own workspaces resolve to the copy, installed packages to the real tree. */
function symlinkWorkspaces(copy) {
  mkdirSync(path.join(copy, 'node_modules/@jiju'), { recursive: true })
  for (const [name, folder] of Object.entries({
    kernel: 'packages/kernel',
    wire: 'packages/wire',
    platform: 'packages/platform',
    people: 'domains/people',
    booking: 'domains/booking',
    orders: 'domains/orders',
    scoring: 'domains/scoring',
    api: 'apps/api',
    web: 'apps/web',
  }))
    symlinkSync(path.join(copy, folder), path.join(copy, 'node_modules/@jiju', name))
  for (const name of ['zod', 'kysely', 'pg', 'fastify', 'chinese-days', 'temporal-polyfill', 'temporal-spec', 'temporal-utils', 'antd'])
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(copy, 'node_modules', name))
}
