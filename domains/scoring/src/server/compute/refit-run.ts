import type { FactTable } from '../../core/engine/fact-table.ts'
import type { Fit } from '../../core/engine/fit-model.ts'
import { joinColumns } from '../../core/engine/join-columns.ts'
import type { Model } from '../../core/engine/model.ts'
import { refit } from '../../core/engine/movement.ts'

/** The model of an older run, the facts of a newer one, and those that only the older model reads. */
type RunToRefit = { readonly model: Model; readonly table: FactTable; readonly added: FactTable | null }
type Refitted = { readonly fit: Fit; readonly columns: FactTable['columns'] }

/** What the older model says of all newer facts, and these with what was added. */
export function refitRun({ model, table, added }: RunToRefit): Refitted {
  const joined = added ? joinColumns(table, added) : table
  return { fit: refit({ model }, { table: joined }), columns: joined.columns }
}
