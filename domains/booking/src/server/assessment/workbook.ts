import type { WorkbookTable } from '@jiju/platform/files/write-workbook'
import type { Language } from '@jiju/platform/http/problem-texts'
import type { Assessment, AssessmentFigures } from '../../contract/assessment.ts'
import { INDICATORS } from '../../core/assessment/indicators.ts'
import words from './workbook.json' with { type: 'json' }

type Cell = string | number

/** The assessment of an institution as sheets: institution and laboratories, instruments, the nine indicators. */
export function assessmentTables(assessment: Assessment, language: Language): WorkbookTable[] {
  const text = words[language]
  const span = `${assessment.from} – ${assessment.to}`
  return [
    {
      title: text.summary,
      headers: [text.part, text.period, ...text.figures],
      rows: [
        [text.institution, span, ...cells(assessment.institution)],
        ...assessment.sites.map((site): Cell[] => [site.name ?? text.noSite, span, ...cells(site.figures)]),
      ],
    },
    {
      title: text.instruments,
      headers: [...text.instrument, ...text.figures],
      rows: assessment.instruments.map((row): Cell[] => [
        row.innerNumber ?? '',
        row.name,
        row.classCode ?? '',
        row.siteName ?? '',
        row.originalValue === null ? '' : Number(row.originalValue),
        row.isOpen ? text.yes : text.no,
        ...cells(row.figures),
      ]),
    },
    {
      title: text.indicators,
      headers: text.indicator,
      rows: assessment.indicators.map(({ key, group, basis, statement }): Cell[] => [
        text.groups[group],
        INDICATORS.find((indicator) => indicator.key === key)?.[language] ?? key,
        text.bases[basis],
        text.toConfirm,
        statement?.value ?? '',
        statement?.evidence ?? '',
      ]),
    },
  ]
}

const hours = (seconds: number): number => Math.round(seconds / 36) / 100
const percent = (rate: number | null): Cell => (rate === null ? '' : Math.round(rate * 10_000) / 100)

function cells(figures: AssessmentFigures): Cell[] {
  return [
    hours(figures.effectiveSeconds),
    hours(figures.externalSeconds),
    hours(figures.inferredSeconds),
    hours(figures.bookedOnlySeconds),
    percent(figures.openingRate),
    percent(figures.sharingRate),
    percent(figures.utilisation),
    percent(figures.provedRate),
    figures.uses,
    figures.externalUses,
    Number(figures.insideIncome),
    Number(figures.outsideIncome),
    Number(figures.pendingIncome),
    figures.mark === null ? '' : Math.round(figures.mark * 100) / 100,
    figures.evaluations,
  ]
}
