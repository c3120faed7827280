#!/usr/bin/env node
// `npx jiju …`: the command line, from the built bundle when it is fresh, else from source. Node alone until the dependencies are there.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled, isStale, ROOT } from './run.mjs'

await ensureInstalled()
const { SERVER_SOURCES, SERVER_STAMP } = await import('./build.mjs')
if (isStale(SERVER_STAMP, SERVER_SOURCES)) {
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(path.join(ROOT, 'apps/cli/src/main.ts')).href)
} else {
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(path.join(ROOT, 'dist/server/jiju.mjs')).href)
}
