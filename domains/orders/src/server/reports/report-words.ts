import type { ReportLanguage } from '../../core/reports/vocabulary.ts'
import labels from './report-labels.json' with { type: 'json' }

export type ReportLabel = keyof typeof labels

/** The fixed words of a report in its language, or in both. */
export function reportWords(language: ReportLanguage): (label: ReportLabel) => string {
  return (label) => {
    const { zh, en } = labels[label]
    if (language !== 'zh_en') return language === 'zh' ? zh : en
    return zh === en ? zh : `${zh} ${en}`
  }
}
