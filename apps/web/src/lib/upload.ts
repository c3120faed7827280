import { currentLanguage, languageTag } from './i18n.ts'
import { problemFrom, RequestProblem } from './problem.ts'

/** Sends one file as multipart and tells how much of it has arrived (0–1); the typed client cannot watch an upload. */
export function upload<Answer>(
  url: string,
  file: File,
  {
    headers,
    onProgress,
    fields = {},
  }: { headers: Record<string, string>; onProgress?: (share: number) => void; fields?: Readonly<Record<string, string>> },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.responseType = 'json'
    request.setRequestHeader('Accept-Language', languageTag(currentLanguage()))
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total)
    }
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Answer)
      else reject(problemFrom(request.status, request.response))
    }
    request.onerror = () => reject(new RequestProblem(0, { code: 'web.offline' }))
    const body = new FormData()
    // What the server reads before the file stands before it.
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    body.append('file', file)
    request.send(body)
  })
}
