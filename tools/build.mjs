// Builds what `npm start` runs: one server bundle and the web app, each only when its sources are newer.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { isStale, newestChange, ROOT, runBin, stampNow } from './run.mjs'

/** What the server bundle is built from, and the stamp that says when. */
export const SERVER_SOURCES = ['packages', 'domains', 'apps/api', 'apps/cli', 'db', 'package-lock.json', 'tools/build.mjs']
export const SERVER_STAMP = 'dist/server/.built'
const WEB_SOURCES = [
  'packages/kernel',
  'packages/wire',
  'packages/api-client',
  'domains',
  'apps/web',
  'package-lock.json',
  'tools/build.mjs',
]

async function buildServer() {
  const stamp = SERVER_STAMP
  if (!isStale(stamp, SERVER_SOURCES)) return
  const time = newestChange(SERVER_SOURCES)
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: ROOT,
    entryPoints: { jiju: 'apps/cli/src/main.ts', 'scoring-worker': 'domains/scoring/src/server/compute/worker.ts' },
    outdir: 'dist/server',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'linked',
    logLevel: 'warning',
    // Our own workspaces are bundled; installed packages stay where npm put them.
    plugins: [
      {
        name: 'installed-packages-stay-outside',
        setup: (plugin) =>
          plugin.onResolve({ filter: /^[^./]/ }, ({ path: name }) =>
            name.startsWith('@jiju/') ? undefined : { path: name, external: true },
          ),
      },
    ],
  })
  stampNow(stamp, time)
}

/** Text assets get a gzip and a brotli twin, which the server sends to browsers that take them. */
function compress(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|svg|json|webmanifest)$/.test(entry.name)) continue
    const file = path.join(entry.parentPath ?? entry.path, entry.name)
    const bytes = readFileSync(file)
    if (bytes.length < 1024) continue
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
  }
}

async function buildWeb() {
  const stamp = 'dist/web.built'
  if (!isStale(stamp, WEB_SOURCES)) return
  const time = newestChange(WEB_SOURCES)
  const code = await runBin('vite/bin/vite.js', ['build', '--logLevel', 'warn'], { cwd: path.join(ROOT, 'apps/web') })
  if (code !== 0) throw new Error('The web app could not be built; the messages above say why.')
  if (existsSync(path.join(ROOT, 'dist/web/assets'))) compress(path.join(ROOT, 'dist/web'))
  stampNow(stamp, time)
}

export async function buildAll() {
  await Promise.all([buildServer(), buildWeb()])
}
