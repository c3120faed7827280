// What every tool shares: where the project is, whether its dependencies are there, how a step is run. Node alone, no dependency.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const at = (...parts) => path.join(ROOT, ...parts)

/** Runs a command in the project's folder and waits; resolves to its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options })
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)))
  })
}

/** Runs a script of an installed package by its own file: no shell, so a path with a space is no trouble. */
export function runBin(file, args, options = {}) {
  return run(process.execPath, [at('node_modules', file), ...args], options)
}

/** Runs a TypeScript file of the project. */
export function runTypeScript(file, args, options = {}) {
  return run(process.execPath, ['--import', 'tsx', at(file), ...args], options)
}

const packagesOf = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {})

/** True when npm's own record of what is installed has every package of the lock file in its version; a broken-off install leaves no record. */
function isInstalled() {
  const installed = packagesOf(at('node_modules', '.package-lock.json'))
  return Object.entries(packagesOf(at('package-lock.json'))).every(([where, entry]) => {
    if (!where.includes('node_modules/') || entry.optional || entry.devOptional) return true
    return installed[where]?.version === entry.version
  })
}

/** Installs the dependencies when they are missing or the lock file names others. */
export async function ensureInstalled() {
  if (isInstalled()) return
  console.log('Installing dependencies (npm ci) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const code = await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code === 0) return
  console.error('npm ci failed. Check the network and the registry, then run the command again.')
  process.exit(code)
}

/** The newest change under the given files and folders, as milliseconds. */
export function newestChange(entries) {
  let newest = 0
  const visit = (entry) => {
    const info = statSync(entry, { throwIfNoEntry: false })
    if (!info) return
    if (!info.isDirectory()) newest = Math.max(newest, info.mtimeMs)
    else for (const name of readdirSync(entry)) if (name !== 'node_modules' && name !== 'dist') visit(path.join(entry, name))
  }
  for (const entry of entries) visit(at(entry))
  return newest
}

/** True when `output` is missing or older than any source; the stamp holds the time of the last build. */
export function isStale(stampFile, sources) {
  const stamp = at(stampFile)
  return !existsSync(stamp) || Number(readFileSync(stamp, 'utf8')) < newestChange(sources)
}

export function stampNow(stampFile, time) {
  mkdirSync(path.dirname(at(stampFile)), { recursive: true })
  writeFileSync(at(stampFile), String(time))
}
