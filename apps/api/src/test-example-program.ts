import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startReceiver } from '@jiju/platform/webhooks/receiver-fixture'

type Request = { readonly headers: NodeJS.Dict<string | string[]>; readonly body: string }

/** A program of `examples` as a process of its own; answers where it listens and what it has said. */
export async function startProgram(
  name: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ url: string; said: () => string; stop: () => void }> {
  const file = fileURLToPath(new URL(`../../../examples/${name}/${name}.mjs`, import.meta.url))
  const program = spawn(process.execPath, [file], {
    env: { PATH: process.env.PATH, ...environment, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [program.stdout, program.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  while (!said.includes('listening at')) await once(program.stdout, 'data')
  return { url: /http:\S+/.exec(said)?.[0] ?? '', said: () => said, stop: () => void program.kill() }
}

/** A webhook needs an address before a program has its secret: what arrives here goes on to the program, as it came. */
export async function startForwarder() {
  let target = ''
  const forward = async ({ headers, body }: Request): Promise<number> => {
    const own = Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('jiju-'))) as Record<string, string>
    return (await fetch(target, { method: 'POST', headers: own, body })).status
  }
  const { address, received, close } = await startReceiver(async (_nth, request) => ({ status: await forward(request) }))
  return {
    address,
    close,
    to: (url: string) => {
      target = url
    },
    /** Sends everything that came once more; answers with what the program said to each. */
    again: () => Promise.all(received.map(forward)),
  }
}
