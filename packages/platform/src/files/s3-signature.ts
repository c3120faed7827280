import { createHash, createHmac } from 'node:crypto'

export type S3Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly region: string }

type S3Request = {
  readonly method: 'GET' | 'HEAD' | 'PUT'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** SHA-256 of the body in hex. */
  readonly bodyHash: string
  readonly now: Date
}

/** SHA-256 of no bytes. */
export const EMPTY_HASH = createHash('sha256').digest('hex')

/** The headers of a request with AWS Signature Version 4 (service `s3`), which every S3-compatible store understands. */
export function signRequest(request: S3Request, credentials: S3Credentials): Record<string, string> {
  const instant = request.now.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const headers: Record<string, string> = {
    ...request.headers,
    host: request.url.host,
    'x-amz-content-sha256': request.bodyHash,
    'x-amz-date': instant,
  }
  const names = Object.keys(headers).sort()
  const scope = `${instant.slice(0, 8)}/${credentials.region}/s3/aws4_request`
  const canonical = [
    request.method,
    request.url.pathname,
    request.url.searchParams.toString(),
    ...names.map((name) => `${name}:${headers[name]?.trim()}`),
    '',
    names.join(';'),
    request.bodyHash,
  ].join('\n')
  const text = ['AWS4-HMAC-SHA256', instant, scope, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const signature = hmac(signingKey(credentials, instant.slice(0, 8)), text).toString('hex')
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`
  // fetch sets the host itself.
  const { host: _host, ...rest } = headers
  return { ...rest, authorization }
}

function signingKey(credentials: S3Credentials, day: string): Buffer {
  return [credentials.region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${credentials.secretAccessKey}`, day))
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
