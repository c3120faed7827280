import type { FactTable } from '../../core/engine/fact-table.ts'

/** Tables of so many values are treated sooner than a thread starts. */
const SMALL_VALUES = 20_000

export const isSmall = ({ ids, columns }: FactTable): boolean => ids.length * columns.size <= SMALL_VALUES
