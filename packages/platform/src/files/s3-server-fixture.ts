import { createHash } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { type S3Credentials, signRequest } from './s3-signature.ts'

/** A server that stores objects as S3 does and refuses what is not signed for it. `failures` answers are 503 first. */
export async function startS3Server(credentials: S3Credentials, failures = 0) {
  const objects = new Map<string, { body: Buffer; type: string | undefined }>()
  const requests: string[] = []
  let left = failures
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    requests.push(`${request.method} ${request.url}`)
    if (left > 0) {
      left -= 1
      return response.writeHead(503).end()
    }
    if (!isSigned(request, body, credentials)) return response.writeHead(403).end('SignatureDoesNotMatch')
    const key = request.url ?? ''
    if (request.method === 'PUT') {
      objects.set(key, { body, type: request.headers['content-type'] })
      return response.writeHead(200).end()
    }
    const found = objects.get(key)
    if (!found) return response.writeHead(404).end()
    return response.writeHead(200, { 'content-length': found.body.length }).end(request.method === 'HEAD' ? undefined : found.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    requests,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Signs what arrived as the sender should have, from the headers that it says it signed. */
function isSigned(request: http.IncomingMessage, body: Buffer, credentials: S3Credentials): boolean {
  const authorization = request.headers.authorization ?? ''
  const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? []
  const bodyHash = createHash('sha256').update(body).digest('hex')
  if (request.headers['x-amz-content-sha256'] !== bodyHash) return false
  const stamp = String(request.headers['x-amz-date'])
  const now = new Date(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  const own = new Set(['host', 'x-amz-content-sha256', 'x-amz-date'])
  const headers = Object.fromEntries(names.filter((name) => !own.has(name)).map((name) => [name, String(request.headers[name])]))
  const url = new URL(request.url ?? '', `http://${request.headers.host}`)
  const expected = signRequest({ method: request.method as 'GET', url, headers, bodyHash, now }, credentials)
  return expected.authorization === authorization
}
