import type { paths } from '@jiju/api-client/schema'
import { newId } from '@jiju/kernel/ids'
import createClient from 'openapi-fetch'
import { serverClock } from './clock.ts'
import { currentLanguage, languageTag } from './i18n.ts'
import { problemFrom, RequestProblem } from './problem.ts'

/** Every request of the app goes through this client; paths and bodies are typed by the committed OpenAPI document. */
export const api = createClient<paths>({
  // Looked up at each call, so that tests and service workers can stand in for it.
  fetch: (request) => globalThis.fetch(request),
  credentials: 'same-origin',
})

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', languageTag(currentLanguage()))
    return request
  },
})

type Answered<Data> = { data?: Data; error?: unknown; response: Response }

/** The body of a request's answer; throws RequestProblem when it was refused or did not arrive. */
export async function answer<Data>(call: Promise<Answered<Data>>): Promise<Exclude<Data, undefined>> {
  return (await answerWithVersion(call)).data
}

/** Like `answer`, with the version that a later change names in `If-Match`. */
export async function answerWithVersion<Data>(
  call: Promise<Answered<Data>>,
): Promise<{ data: Exclude<Data, undefined>; version: string | null }> {
  let answered: Answered<Data>
  try {
    answered = await call
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new RequestProblem(0, { code: 'web.offline' })
  }
  if (!answered.response.ok) throw problemFrom(answered.response.status, answered.error)
  serverClock.learn(answered.response)
  return { data: answered.data as Exclude<Data, undefined>, version: answered.response.headers.get('ETag') }
}

/** Key of one attempt at a command: keep it while the same form is sent again, take a new one when its input changes. */
export function newAttempt(): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': newId() }
}
