import { PROBLEM_TEXTS } from '../contract/problem-texts.ts'

/** The text of a problem of this domain in both languages, with its figures in place. */
export function problemWords(code: string, params: Readonly<Record<string, unknown>> = {}): { zh: string; en: string } {
  const texts = PROBLEM_TEXTS[code] ?? { zh: code, en: code }
  const fill = (text: string) => text.replace(/\{(\w+)(?:\|\w+)?\}/g, (_, name: string) => String(params[name] ?? ''))
  return { zh: fill(texts.zh), en: fill(texts.en) }
}
