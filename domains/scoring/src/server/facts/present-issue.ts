import { fillText, type Language } from '@jiju/platform/http/problem-texts'
import { PROBLEM_TEXTS } from '../../contract/problem-texts.ts'
import type { FactDefinition } from '../../core/facts/definition.ts'

/** Parameters that name a fact by its code. */
const FACTS = ['name', 'part', 'whole'] as const

/** Why a cell is wrong or doubtful, in words; facts are called by their names. */
export function issueMessage(
  { code, params }: { readonly code: string; readonly params: Readonly<Record<string, string | number>> },
  definitions: ReadonlyMap<string, FactDefinition>,
  language: Language,
): string {
  const named = { ...params }
  for (const key of FACTS) {
    const definition = definitions.get(String(params[key]))
    if (definition) named[key] = definition.name[language]
  }
  if (named.name === 'row') named.name = language === 'zh' ? '该行数据' : 'this row'
  return fillText(PROBLEM_TEXTS[code]?.[language] ?? code, named, language)
}
