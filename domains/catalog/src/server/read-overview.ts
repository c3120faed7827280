import type { z } from 'zod'
import type { Overview } from '../contract/resources.ts'
import type { InstrumentClassList } from '../contract/vocabularies.ts'
import { INSTRUMENT_CLASS_SOURCE, INSTRUMENT_CLASSES } from '../core/instrument-classes.ts'
import { RESOURCE_KINDS } from '../core/vocabulary.ts'
import type { CatalogDb } from './catalog-db.ts'
import { countInstrumentsByClass, countProvidersAndStandards, countPublishedByKind, listSurveyClasses } from './sql/vocabularies.ts'

const under = (counts: ReadonlyMap<string, number>, code: string) =>
  [...counts].reduce((sum, [classCode, count]) => (classCode.startsWith(code) ? sum + count : sum), 0)

/** Figures of the first page, counted in the rows as they are. */
export async function readOverview(db: CatalogDb): Promise<z.infer<typeof Overview>> {
  const byKind = new Map((await countPublishedByKind(db)).map((row) => [row.kind, row.count]))
  const byClass = await countInstrumentsByClass(db)
  const { providers, standards } = await countProvidersAndStandards(db)
  return {
    providerCount: providers,
    kinds: RESOURCE_KINDS.map((kind) => ({ kind, count: byKind.get(kind) ?? 0 })),
    instrumentClasses: INSTRUMENT_CLASSES.filter((entry) => entry.parent === null)
      .map(({ code, zh, en }) => ({ code, zh, en, count: under(byClass, code) }))
      .filter((entry) => entry.count > 0),
    standardCount: standards,
  }
}

/** The shipped classes with counts, and the names of the national survey as far as they were imported. */
export async function readInstrumentClasses(db: CatalogDb): Promise<z.infer<typeof InstrumentClassList>> {
  const byClass = await countInstrumentsByClass(db)
  const survey = await listSurveyClasses(db)
  return {
    items: INSTRUMENT_CLASSES.map((entry) => ({
      code: entry.code,
      zh: entry.zh,
      en: entry.en,
      parent: entry.parent,
      source: INSTRUMENT_CLASS_SOURCE,
      certainty: entry.certainty,
      count: under(byClass, entry.code),
    })),
    survey: survey.map((row) => ({
      majorNo: row.major_no,
      minorNo: row.minor_no,
      majorName: row.major_name,
      minorName: row.minor_name,
      code: row.code,
    })),
  }
}
