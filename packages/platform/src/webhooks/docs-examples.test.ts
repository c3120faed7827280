import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const page = readFileSync(new URL('../../../../docs/webhooks.md', import.meta.url), 'utf8')
const codeOf = (language: string) => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? ''
const cellOf = (name: string) => new RegExp(`\\| ${name} \\| \`(.*)\` \\|`).exec(page)?.[1] ?? ''
const [secret, timestamp, body, signature] = [cellOf('secret'), cellOf('timestamp'), cellOf('body'), cellOf('signature')]
const now = Number(timestamp)
const hex = `v1=${signature}`

/** Whether the example must take a request: header of the signature, body, and the reader's clock. */
const CASES = [
  ['the vector', true, hex, body, now + 299],
  ['one of two signatures', true, `v1=${'0'.repeat(64)}, ${hex}`, body, now],
  ['another body', false, hex, `${body} `, now],
  ['another signature', false, `v1=${'0'.repeat(64)}`, body, now],
  ['no signature', false, '', body, now],
  ['half a signature', false, hex.slice(0, 20), body, now],
  ['an old request', false, hex, body, now + 301],
  ['a request of the future', false, hex, body, now - 301],
] as const

describe('the examples of docs/webhooks.md', () => {
  test.each(CASES)('Node: %s → %s', async (_, isTaken, header, sent, seconds) => {
    const { isFromJiju } = await import(`data:text/javascript;base64,${Buffer.from(codeOf('js')).toString('base64')}`)
    const headers = { 'jiju-timestamp': timestamp, 'jiju-signature': header }
    expect(isFromJiju(secret, headers, Buffer.from(sent), seconds)).toBe(isTaken)
  })

  const hasPython = spawnSync('python3', ['--version']).status === 0
  test.skipIf(!hasPython)('Python: the same', () => {
    const program = `${codeOf('python')}
import json, sys
print(json.dumps([is_from_jiju(c["secret"], {"jiju-timestamp": c["timestamp"], "jiju-signature": c["header"]}, c["body"].encode(), c["now"]) for c in json.load(sys.stdin)]))`
    const input = JSON.stringify(CASES.map(([, , header, sent, seconds]) => ({ secret, timestamp, header, body: sent, now: seconds })))
    const { stdout, stderr } = spawnSync('python3', ['-c', program], { input, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual(CASES.map(([, isTaken]) => isTaken))
  })
})
