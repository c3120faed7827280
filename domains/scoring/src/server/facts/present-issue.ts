import { fillText, type Language } from '@jiju/platform/http/problem-texts'
import { PROBLEM_TEXTS } from '../../contract/problem-texts.ts'
import type { FactDefinition } from '../../core/facts/definition.ts'
import { SOURCE_WORDS } from '../../core/facts/source-words.ts'
import type { Source } from '../../core/facts/sources.ts'

/** Parameters that name a fact by its code. */
const FACTS = ['name', 'part', 'whole'] as const

type Said = { readonly code: string; readonly params: Readonly<Record<string, string | number>> }
type Definitions = ReadonlyMap<string, FactDefinition>

/** Why a cell is wrong or doubtful, in words; facts are called by their names. */
export function issueMessage(issue: Said, definitions: Definitions, language: Language): string {
  return fillText(PROBLEM_TEXTS[issue.code]?.[language] ?? issue.code, namedParams(issue, definitions, language), language)
}

/** What a text about an issue is filled with: names of facts and sources in place of their codes. */
export function namedParams({ params }: Said, definitions: Definitions, language: Language): Record<string, string | number> {
  const named = { ...params }
  for (const key of FACTS) {
    const definition = definitions.get(String(params[key]))
    if (definition) named[key] = definition.name[language]
  }
  if (named.source) named.source = SOURCE_WORDS[named.source as Source]?.[language] ?? named.source
  if (named.name === 'row') named.name = language === 'zh' ? '该行数据' : 'this row'
  return named
}
