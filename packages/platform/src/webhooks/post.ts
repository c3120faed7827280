import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { type AddressPolicy, findAddressProblem, hostOf, mayConnect } from './address-rules.ts'

type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>

export type PostOptions = AddressPolicy & {
  readonly timeoutMs: number
  /** Names to addresses; the system's resolver when left out. */
  readonly resolve?: Resolve
}

/** `status` is null when no answer came, and `error` says why. */
export type Posted = { readonly status: number | null; readonly start: string | null; readonly error: string | null }

const KEPT_BYTES = 2048

const systemResolve: Resolve = (host) => dns.promises.lookup(host, { all: true, verbatim: true })

/**
 * One POST to an address that a stranger chose. The name is looked up once and every address that comes back is judged; the connection goes
 * to one of exactly those, so a name that answers otherwise the next moment gains nothing. Redirects are not followed, the answer is cut.
 */
export async function post(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  options: PostOptions,
): Promise<Posted> {
  const problem = findAddressProblem(address, options)
  if (problem) return failed(problem)
  const url = new URL(address)
  const host = hostOf(url)
  const signal = AbortSignal.timeout(options.timeoutMs)
  try {
    const found = isIP(host) > 0 ? [{ address: host, family: isIP(host) }] : await within(signal, (options.resolve ?? systemResolve)(host))
    if (found.length === 0) return failed('the name has no address')
    if (!found.every((one) => mayConnect(one.address, options))) return failed('webhooks.address_private')
    return await send(url, { headers, body, lookup: answerWith(found), signal, options })
  } catch (error) {
    return failed(signal.aborted ? `no answer within ${options.timeoutMs / 1000} s` : wordsOf(error))
  }
}

function failed(error: string): Posted {
  return { status: null, start: null, error }
}

function wordsOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? message ?? 'unknown'
}

function within<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  return Promise.race([
    promise,
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
  ])
}

/** Node asks this instead of the resolver when it connects. */
function answerWith(found: readonly { readonly address: string; readonly family: number }[]): LookupFunction {
  return (_host, options, answer) => {
    if (options.all) return answer(null, [...found])
    const [first] = found
    answer(null, first?.address ?? '', first?.family)
  }
}

type Sending = {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly lookup: LookupFunction
  readonly signal: AbortSignal
  readonly options: PostOptions
}

function send(url: URL, { headers, body, lookup, signal, options }: Sending): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const { request: open } = url.protocol === 'https:' ? https : http
    // No agent: a connection is made for this request and judged for it.
    const request = open(url, {
      method: 'POST',
      agent: false,
      lookup,
      signal,
      maxHeaderSize: 16_384,
      headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
    })
    request.on('socket', (socket) =>
      // What was judged and what was connected to are the same; should that ever change, nothing is sent.
      socket.once('connect', () => {
        if (!mayConnect(socket.remoteAddress ?? '', options)) request.destroy(new Error('webhooks.address_private'))
      }),
    )
    request.on('error', reject)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      let kept = 0
      const finish = () => resolve({ status: response.statusCode ?? null, start: textOf(Buffer.concat(chunks)), error: null })
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        kept += chunk.length
        if (kept < KEPT_BYTES) return
        finish()
        response.destroy()
      })
      response.on('end', finish)
      response.on('error', (error) => (kept < KEPT_BYTES ? reject(error) : undefined))
    })
    request.end(body)
  })
}

/** The first bytes as text that every column can hold. */
function textOf(bytes: Buffer): string {
  return bytes.subarray(0, KEPT_BYTES).toString('utf8').replaceAll('\0', '\uFFFD')
}
