import { once } from 'node:events'
import net from 'node:net'

type ReceivedLetter = { readonly from: string; readonly to: string; readonly data: string }

/** A mail server that speaks just enough SMTP. `answerTo` may refuse a receiver with a reply line such as `451 later`. */
export async function startSmtpServer(answerTo: (receiver: string) => string | undefined = () => undefined) {
  const letters: ReceivedLetter[] = []
  const server = net.createServer((socket) => talk(socket, answerTo, letters))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function talk(socket: net.Socket, answerTo: (receiver: string) => string | undefined, letters: ReceivedLetter[]): void {
  let from = ''
  let to = ''
  let data: string | null = null
  let buffer = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 test ready')
  socket.on('error', () => undefined)
  socket.setEncoding('utf8').on('data', (text: string) => {
    buffer += text
    for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
      const line = buffer.slice(0, end)
      buffer = buffer.slice(end + 2)
      if (data !== null) {
        if (line !== '.') {
          data += `${line}\n`
          continue
        }
        letters.push({ from, to, data })
        data = null
        say('250 taken')
      } else if (/^EHLO/i.test(line)) say('250 test')
      else if (/^MAIL FROM/i.test(line)) {
        from = /<(.*)>/.exec(line)?.[1] ?? ''
        say('250 ok')
      } else if (/^RCPT TO/i.test(line)) {
        to = /<(.*)>/.exec(line)?.[1] ?? ''
        say(answerTo(to) ?? '250 ok')
      } else if (/^DATA/i.test(line)) {
        data = ''
        say('354 go on')
      } else if (/^QUIT/i.test(line)) {
        say('221 bye')
        socket.end()
      } else say('250 ok')
    }
  })
}
