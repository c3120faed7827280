import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

type Received = { readonly path: string; readonly headers: http.IncomingHttpHeaders; readonly body: string }
type Answer = { readonly status: number; readonly body?: string; readonly headers?: Record<string, string> } | 'never'

/** A receiver of webhooks on this machine; `answer` says what it makes of the n-th request. */
export async function startReceiver(answer: (nth: number, request: Received) => Answer | Promise<Answer> = () => ({ status: 204 })) {
  const received: Received[] = []
  let connections = 0
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') }
    received.push(one)
    const reply = await answer(received.length, one)
    if (reply !== 'never') response.writeHead(reply.status, reply.headers).end(reply.body)
  })
  server.on('connection', () => {
    connections += 1
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    address: `http://127.0.0.1:${port}/hook`,
    received,
    connections: () => connections,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
