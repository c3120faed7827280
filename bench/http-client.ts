import net from 'node:net'

export type Answer = { readonly status: number; readonly body: string }

/**
 * One keep-alive connection that speaks just enough HTTP/1.1 to measure a server: one request at a time, answers with Content-Length.
 * Node's own client costs as much as the server; this one leaves the processor to what is measured.
 */
export class HttpConnection {
  private socket: net.Socket | undefined
  private waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined
  private buffered: Buffer = Buffer.alloc(0)
  private readonly address: { host: string; port: number }

  constructor(address: { host: string; port: number }) {
    this.address = address
  }

  async send(method: string, path: string, headers: Readonly<Record<string, string>>, body?: string): Promise<Answer> {
    const socket = this.socket ?? (await this.connect())
    const lines = [`${method} ${path} HTTP/1.1`, `host: ${this.address.host}:${this.address.port}`]
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
    if (body !== undefined) lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`)
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
      socket.write(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`)
    })
  }

  close(): void {
    this.socket?.destroy()
    this.socket = undefined
  }

  private connect(): Promise<net.Socket> {
    return new Promise((resolve, reject) => {
      const socket = net.connect({ ...this.address, noDelay: true })
      socket.once('connect', () => {
        this.socket = socket
        resolve(socket)
      })
      socket.on('error', (error) => this.fail(error, reject))
      socket.on('close', () => this.fail(new Error('the server closed the connection'), reject))
      socket.on('data', (chunk) => this.read(chunk))
    })
  }

  private fail(error: Error, reject: (error: Error) => void): void {
    this.socket = undefined
    this.buffered = Buffer.alloc(0)
    reject(error)
    const { waiting } = this
    this.waiting = undefined
    waiting?.reject(error)
  }

  private read(chunk: Buffer): void {
    this.buffered = this.buffered.length === 0 ? chunk : Buffer.concat([this.buffered, chunk])
    const headEnd = this.buffered.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const head = this.buffered.toString('latin1', 0, headEnd)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (this.buffered.length < headEnd + 4 + length) return
    const body = this.buffered.toString('utf8', headEnd + 4, headEnd + 4 + length)
    this.buffered = this.buffered.subarray(headEnd + 4 + length)
    const { waiting } = this
    this.waiting = undefined
    waiting?.resolve({ status: Number(head.slice(9, 12)), body })
  }
}
