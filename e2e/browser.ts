import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const PACKAGE = path.resolve(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../..')

/** Quiet and offline: the browser asks nobody but the server under test. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
]

/** The browser of the npm package, unpacked once per user with the libraries that it needs; returns where it is. */
async function unpackBrowser(): Promise<string> {
  const folder = path.join(tmpdir(), `jiju-chromium-147-${userInfo().uid}`)
  if (existsSync(folder)) return folder
  const { inflate } = (await import(path.join(PACKAGE, 'build/esm/lambdafs.js'))) as { inflate: (file: string) => Promise<string> }
  const unpacking = `${folder}.${process.pid}`
  mkdirSync(unpacking, { recursive: true, mode: 0o700 })
  // The package unpacks to the temporary folder; a private one keeps two users and a killed run apart.
  const before = process.env.TMPDIR
  process.env.TMPDIR = unpacking
  try {
    for (const file of ['chromium.br', 'al2023.tar.br', 'swiftshader.tar.br']) await inflate(path.join(PACKAGE, 'bin', file))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  try {
    renameSync(unpacking, folder)
  } catch (error) {
    rmSync(unpacking, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

export async function launchBrowser(): Promise<Browser> {
  const folder = await unpackBrowser()
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args: ARGUMENTS,
    env: { ...process.env, LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') },
  })
}
