// A talent system beside the platform: offers its services, hears of needs by signed webhooks, reads them by API key and answers.
// Node 20 alone, no dependency. Whom it knows and what it offers is read from a file; put your own source into `readCatalogue`.
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
const CATALOGUE = need('CATALOGUE_FILE')
const PORT = Number(process.env.PORT ?? 4901)

const MAX_BODY = 1_048_576
/** What committed late stands behind what was read already; a look back this far finds it. Answering twice changes nothing. */
const LOOK_BACK_MS = 60_000
/** Everything there is on the first look; then what changed since. A real system keeps this with its own data. */
let readUntil = null

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

/** One call to the platform. */
async function call(method, path, body) {
  const answer = await fetch(`${ADDRESS}/api/v1/scoring/talent/exchange${path}`, {
    method,
    headers: { authorization: `Bearer ${API_KEY}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(20_000),
  })
  if (answer.status === 204) return null
  const content = await answer.json()
  if (answer.ok) return content
  throw Object.assign(new Error(`${method} ${path}: ${answer.status} ${content.code}`), { code: content.code })
}

/** Whom and what the system knows: services, talents with their skills, and how many talents work where. */
async function readCatalogue() {
  return JSON.parse(await readFile(CATALOGUE, 'utf8'))
}

/** Offers every service under its own number and states what is known of enterprises. The same again changes nothing. */
async function offer() {
  const { services, facts } = await readCatalogue()
  for (const { number, ...service } of services) await call('PUT', `/services/${encodeURIComponent(number)}`, service)
  console.log(`offered ${services.length} services`)
  if (facts.length === 0) return
  const stated = await call('POST', '/facts', { facts })
  console.log(`stated ${facts.length} facts: ${stated.recorded} new, ${stated.replaced} changed, ${stated.unchanged} known`)
  for (const { item, code, field } of stated.refused) console.error(`fact ${item} is refused: ${code} ${field ?? ''}`)
}

/** Those who have at least one of the skills that a need asks for. */
const talentsFor = ({ skills }, talents) => talents.filter((talent) => talent.skills.some((skill) => skills.includes(skill)))

/** Reads what changed since the last look and answers what is open. */
async function answerNeeds() {
  const { talents, desk } = await readCatalogue()
  const since = readUntil === null ? '' : `&since=${new Date(readUntil - LOOK_BACK_MS).toISOString()}`
  let cursor = ''
  do {
    const page = await call('GET', `/needs?limit=100${since}${cursor}`)
    for (const one of page.items) {
      readUntil = Math.max(readUntil ?? 0, Date.parse(one.changedAt))
      if (one.state === 'open' && one.kind === 'position') await answerNeed(one, talentsFor(one, talents), desk)
    }
    cursor = page.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`
  } while (cursor !== '')
}

async function answerNeed({ id, title, points }, found, desk) {
  const message =
    found.length > 0
      ? `人才库中有 ${found.length} 人符合所需技能，可联系人才服务窗口安排面谈。`
      : '人才库中暂无符合人选，有合适人选时会再答复。'
  try {
    await call('PUT', `/needs/${id}/answer`, { message, matches: found.length, address: desk })
    console.log(`answered ${title}: ${found.length} of the talents known${points ? `, score ${points.score} of ${points.scale}` : ''}`)
  } catch (error) {
    // Ended between reading and answering.
    if (error.code !== 'scoring.talent_need_closed') throw error
  }
}

/** One look at a time; events that come meanwhile cause one more. */
let looking = null
let isAsked = false
async function look() {
  isAsked = true
  looking ??= (async () => {
    while (isAsked) {
      isAsked = false
      await answerNeeds()
    }
  })().finally(() => {
    looking = null
  })
  await looking
}

const report = (error) => console.error(String(error))

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
    // Taken before it is done: the platform waits ten seconds only. An event that comes twice causes one more look, nothing else.
    response.writeHead(204).end()
    if (JSON.parse(body).topic === 'scoring.talent_need_changed') look().catch(report)
  })
})
server.listen(PORT, '127.0.0.1', async () => {
  console.log(`listening at http://127.0.0.1:${server.address().port}/`)
  await offer().then(look).catch(report)
})
process.on('SIGTERM', () => server.close())
