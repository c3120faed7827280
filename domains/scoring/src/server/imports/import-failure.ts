import type { Refusal } from '@jiju/kernel/problem'
import { fillText, HTTP_PROBLEM_TEXTS, type Language } from '@jiju/platform/http/problem-texts'
import { PROBLEM_TEXTS } from '../../contract/problem-texts.ts'

type Failure = { readonly code: string; readonly params?: Readonly<Record<string, string | number>> }

/** Why a file could not be read at all, as it is kept with its import. */
export function failureOf({ problems: [problem] }: Refusal): { code: string; params: Record<string, string | number> } {
  return { code: problem?.code ?? 'platform.file_unreadable', params: { ...problem?.params } }
}

/** The same in words; files are refused by the platform, too. */
export function failureText({ code, params = {} }: Failure, language: Language): string {
  const text = (PROBLEM_TEXTS[code] ?? HTTP_PROBLEM_TEXTS[code])?.[language]
  return text ? fillText(text, params, language) : code
}
