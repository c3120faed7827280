// Lists the licences of everything that is installed for production; refuses what is not on the list.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './run.mjs'

// lightningcss (MPL-2.0) is vite's CSS tool: run unchanged while building, in no bundle.
const BUILD_ONLY = /^lightningcss(-|$)/
const ALLOWED = new Set([
  'MIT',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  '0BSD',
  'MIT-0',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
  'Zlib',
  'PostgreSQL',
  'OFL-1.1',
])
// Packages whose package.json says nothing or more than one thing, each looked at by hand.
const READ_BY_HAND = {
  buffers: 'MIT', // its README; the manifest predates the field
  chainsaw: 'MIT', // written as MIT/X11
  'png-js': 'MIT', // its LICENSE; the manifest names none
}

const licenceOf = (manifest) =>
  typeof manifest.license === 'string'
    ? manifest.license
    : (manifest.license?.type ?? manifest.licenses?.map((entry) => entry.type).join(' OR ') ?? 'none stated')
const isAllowed = (expression) =>
  expression
    .replaceAll(/[()]/g, '')
    .split(/ OR /i)
    .some((choice) => choice.split(/ AND /i).every((name) => ALLOWED.has(name.trim())))

export function checkLicences() {
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'))
  const refused = []
  const counts = {}
  for (const [where, entry] of Object.entries(lock.packages)) {
    if (
      !where.includes('node_modules/') ||
      entry.link ||
      entry.dev ||
      entry.devOptional ||
      BUILD_ONLY.test(where.split('node_modules/').at(-1))
    )
      continue
    let manifest
    try {
      manifest = JSON.parse(readFileSync(path.join(ROOT, where, 'package.json'), 'utf8'))
    } catch (error) {
      if (entry.optional && error.code === 'ENOENT') continue
      throw error
    }
    const licence = READ_BY_HAND[manifest.name] ?? licenceOf(manifest)
    counts[licence] = (counts[licence] ?? 0) + 1
    if (!isAllowed(licence)) refused.push(`${manifest.name}@${manifest.version}: ${licence}`)
  }
  if (refused.length > 0) throw new Error(`These licences are not on the list of tools/licences.mjs:\n  ${refused.join('\n  ')}`)
  return Object.entries(counts)
    .sort((a, b) => b[1] - a[1])
    .map(([licence, count]) => `${licence} ${count}`)
    .join(', ')
}
