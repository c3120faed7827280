import { CODE_KEYWORD } from '@jiju/kernel/verification-code'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { PdfBlock, PdfContent, PdfFact } from '@jiju/platform/pdf/content'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { Mark } from '../../core/reports/scope.ts'
import type { ReportRow } from '../sql/reports/reports.ts'
import { type ReportLabel, reportWords } from './report-words.ts'

/** What is known only when a report is issued; null for the preview of a draft. */
type Issue = { readonly number: string; readonly code: string; readonly verifyUrl: string; readonly at: Date }

type Parts = { readonly marks: readonly Mark[]; readonly issue: Issue | null; readonly now: Date }
type Words = (label: ReportLabel) => string

const SIGNS = { cma: '*', cnas: '†' } as const
/** Longer values have the whole width. */
const SHORT = 26

/** A report as pages: head and marks, facts, results, conclusion, three signatures, code, statements. */
export function composeReport(report: ReportRow, { marks, issue, now }: Parts): PdfContent {
  const words = reportWords(report.language)
  const { template, content } = report
  const heading = (text: string): PdfBlock => ({ kind: 'heading', text })
  const address = [template.address, template.contact].filter(Boolean).join('　')
  return {
    title: `${template.title} ${issue?.number ?? words('draft')}`,
    author: report.provider_name,
    language: report.language === 'en' ? 'en' : 'zh',
    createdAt: issue?.at ?? now,
    ...(issue && { keywords: `${CODE_KEYWORD}${issue.code}` }),
    header: { left: report.provider_name, right: issue?.number ?? words('draft') },
    footer: issue ? issue.verifyUrl : words('draftNote'),
    blocks: [
      ...(marks.length > 0 ? [stampsOf(marks, words)] : []),
      { kind: 'title', text: template.title, subtitle: template.subtitle },
      ...(issue ? [] : [{ kind: 'paragraph', text: words('draftNote'), tone: 'strong', align: 'center' } as const]),
      { kind: 'facts', columns: 2, rows: headFacts(report, issue, words) },
      ...factsOf(report, words),
      heading(words('results')),
      resultTable(report, marks, words),
      ...footnotes(marks, words),
      heading(words('conclusion')),
      { kind: 'paragraph', text: content.conclusion },
      ...(content.remarks ? [heading(words('remarks')), { kind: 'paragraph', text: content.remarks } as const] : []),
      { kind: 'signatures', columns: signaturesOf(report, words) },
      ...(issue ? [{ kind: 'qr', text: issue.verifyUrl, size: 84, lines: [issue.code, words('verify'), issue.verifyUrl] } as const] : []),
      ...(template.statements.length > 0 ? [heading(words('statements'))] : []),
      ...template.statements.map((text, index): PdfBlock => ({ kind: 'paragraph', text: `${index + 1}. ${text}`, tone: 'note' })),
      ...(address ? [{ kind: 'paragraph', text: `${report.provider_name}　${address}`, tone: 'note' } as const] : []),
      { kind: 'paragraph', text: words('end'), tone: 'note', align: 'center' },
    ],
  }
}

function stampsOf(marks: readonly Mark[], words: Words): PdfBlock {
  return {
    kind: 'stamps',
    stamps: marks.map(({ scheme, certificateNo }) => ({
      title: scheme.toUpperCase(),
      lines: [words(scheme), `${words('certificate')} ${certificateNo}`],
    })),
  }
}

function headFacts(report: ReportRow, issue: Issue | null, words: Words): PdfFact[] {
  return [
    [words('number'), issue?.number ?? '—'],
    [words('issuedOn'), issue ? localDayOf(issue.at, ORDER_ZONE) : '—'],
    ...(report.replaces_number
      ? ([
          [words('edition'), String(report.edition)],
          [words('replaces'), report.replaces_number],
        ] as const)
      : []),
    ...(report.kind === 'part' ? ([[words('test_type'), words('part')]] as const) : []),
  ]
}

function factsOf({ template, content }: ReportRow, words: Words): PdfBlock[] {
  const rows = template.fields.map((field): PdfFact => [words(field), content.fields[field] || '—'])
  const short = rows.filter(([, value]) => value.length <= SHORT)
  const long = rows.filter(([, value]) => value.length > SHORT)
  return [
    ...(short.length > 0 ? [{ kind: 'facts', columns: 2, rows: short } as const] : []),
    ...(long.length > 0 ? [{ kind: 'facts', rows: long } as const] : []),
  ]
}

function resultTable({ content }: ReportRow, marks: readonly Mark[], words: Words): PdfBlock {
  return {
    kind: 'table',
    columns: [
      { head: words('position'), share: 7, align: 'center' },
      { head: words('item'), share: 18 },
      { head: words('method'), share: 17 },
      { head: words('sample'), share: 9 },
      { head: words('requirement'), share: 15 },
      { head: words('result'), share: 17 },
      { head: words('verdict'), share: 9, align: 'center' },
    ],
    rows: content.items.map((item, index) => {
      const signs = marks.filter(({ outside }) => outside.includes(String(index))).map(({ scheme }) => SIGNS[scheme])
      return [
        String(index + 1),
        item.name + signs.join(''),
        item.method,
        item.sample,
        item.requirement,
        [item.result, item.unit].filter(Boolean).join(' '),
        words(item.verdict),
      ]
    }),
  }
}

/** Items outside a scope are labelled, and a report without a mark says so. */
function footnotes(marks: readonly Mark[], words: Words): PdfBlock[] {
  if (marks.length === 0) return [{ kind: 'paragraph', text: words('noMark'), tone: 'note' }]
  return marks
    .filter(({ outside }) => outside.length > 0)
    .map(({ scheme }) => ({ kind: 'paragraph', text: words(`outside_${scheme}`), tone: 'note' }))
}

function signaturesOf(report: ReportRow, words: Words) {
  const column = (label: ReportLabel, name: string | null, at: Date | null) => ({
    label: words(label),
    lines: name && at ? [name, localDayOf(at, ORDER_ZONE)] : ['—'],
  })
  return [
    column('prepared', report.prepared_name, report.prepared_at),
    column('checked', report.checked_name, report.checked_at),
    column('approved', report.approved_name, report.approved_at),
  ]
}
