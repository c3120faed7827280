import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { ScoringTables } from '../needs.ts'
import { type DefinitionRow, listDefinitions } from '../sql/definitions.ts'

/** Refuses with `scoring.fact_definition_missing`. */
export async function getDefinition(db: Db<ScoringTables>, code: string): Promise<DefinitionRow> {
  const found = (await listDefinitions(db)).find((definition) => definition.code === code)
  if (!found) throw new Refusal({ code: 'scoring.fact_definition_missing', kind: 'missing', params: { code } })
  return found
}
