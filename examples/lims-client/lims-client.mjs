// A laboratory system beside the platform: hears of tasks by signed webhooks, reads them by API key, and writes results and measured use back.
// Node 20 alone, no dependency. What an instrument would say is read from a file; put your own source into `readInstrument`.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'

const need = (name) => {
  const value = process.env[name]
  if (value) return value
  console.error(`${name} is not set; README.md says what it is.`)
  process.exit(2)
}
const ADDRESS = need('JIJU_ADDRESS').replace(/\/$/, '')
const API_KEY = need('JIJU_API_KEY')
const SECRET = need('JIJU_WEBHOOK_SECRET')
const READINGS = need('READINGS_FILE')
const PORT = Number(process.env.PORT ?? 4900)

const MAX_BODY = 1_048_576
/** Events may come twice; the last of them are remembered. A real system keeps their ids with its own data. */
const KEPT_EVENTS = 10_000
const seen = new Set()

/** Whether the platform has signed these bytes within the last five minutes: docs/webhooks.md. */
function isFromJiju(headers, body) {
  const timestamp = headers['jiju-timestamp'] ?? ''
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300)) return false
  const expected = createHmac('sha256', SECRET).update(`${timestamp}.`).update(body).digest()
  return (headers['jiju-signature'] ?? '').split(', ').some((part) => {
    const given = Buffer.from(part.replace(/^v1=/, ''), 'hex')
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}

/** One call to the platform; `version` is what was read (If-Match), `key` makes a repeat answer like the first time. */
async function call(method, path, { body, version, key } = {}) {
  const answer = await fetch(`${ADDRESS}/api/v1/orders${path}`, {
    method,
    headers: {
      authorization: `Bearer ${API_KEY}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(20_000),
  })
  const content = await answer.json()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${content.problems?.map(({ code }) => code).join(' ') ?? ''}`)
  return content
}

/** What the instrument has found for a task, by its title: figures, and how much was used of an item that is counted. */
async function readInstrument(title) {
  return JSON.parse(await readFile(READINGS, 'utf8'))[title]
}

/** Starts the task, enters what is not there yet, hands it over to be checked, and says what was used. Each step can be repeated. */
async function doTask(taskId) {
  const readings = await readInstrument((await call('GET', `/tasks/${taskId}`)).title)
  if (!readings) return console.log(`task ${taskId}: no reading yet`)
  let task = await call('GET', `/tasks/${taskId}`)
  const step = async (path, body = {}) => {
    task = await call('POST', `/tasks/${taskId}/${path}`, { body, version: task.version, key: `lims-${taskId}-${path}-${task.version}` })
  }
  if (task.state === 'planned') await step('start')
  if (task.state === 'running') {
    const known = new Set(task.results.map(({ sampleLabel, parameter }) => `${sampleLabel} ${parameter}`))
    const results = readings.results.filter(({ sampleLabel = '', parameter }) => !known.has(`${sampleLabel} ${parameter}`))
    if (results.length > 0) await step('results', { results })
    await step('complete')
  }
  if (readings.measured) {
    const order = await call('GET', `/orders/${task.orderId}`)
    const item = order.items.find(({ name }) => name === task.title)
    if (item)
      await call('POST', `/orders/${order.id}/measurements`, {
        body: { itemId: item.id, measured: readings.measured },
        key: `lims-${item.id}-measured`,
      })
  }
  console.log(`task ${taskId}: ${task.state}`)
}

const HANDLERS = {
  'orders.task_assigned': ({ taskId }) => doTask(taskId),
  'orders.task_changed': ({ taskId, to }) => console.log(`task ${taskId}: ${to}`),
}

const server = createServer((request, response) => {
  const chunks = []
  let size = 0
  request.on('data', (chunk) => {
    size += chunk.length
    if (size > MAX_BODY) return request.destroy()
    chunks.push(chunk)
  })
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    if (request.method !== 'POST' || !isFromJiju(request.headers, body)) return response.writeHead(401).end()
    // Taken before it is done: the platform waits ten seconds only.
    response.writeHead(204).end()
    const { id, topic, data } = JSON.parse(body)
    if (seen.has(id)) return
    seen.add(id)
    if (seen.size > KEPT_EVENTS) seen.delete(seen.values().next().value)
    Promise.resolve(HANDLERS[topic]?.(data)).catch((error) => {
      // What failed may succeed when the event is sent again from the platform's log.
      seen.delete(id)
      console.error(String(error))
    })
  })
})
server.listen(PORT, '127.0.0.1', () => console.log(`listening at http://127.0.0.1:${server.address().port}/`))
process.on('SIGTERM', () => server.close())
