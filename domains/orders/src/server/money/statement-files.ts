import { parseFen, printFen } from '@jiju/kernel/money'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { WorkbookTable } from '@jiju/platform/files/write-workbook'
import type { Language } from '@jiju/platform/http/problem-texts'
import type { PdfBlock, PdfContent } from '@jiju/platform/pdf/content'
import type { MoneyStatement } from '../../contract/money.ts'
import { monthRange } from '../../core/money/statement.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import words from './statement-words.json' with { type: 'json' }

type Account = MoneyStatement['accounts'][number]

const dayOf = (at: string): string => localDayOf(new Date(at), ORDER_ZONE)
const printed = (yuan: string): string => printFen(parseFen(yuan) ?? 0n)
const nameOf = ({ account }: Account, language: Language): string => words[language].accounts[account]

export const statementFileName = (month: string, language: Language, extension: 'xlsx' | 'pdf'): string =>
  `${words[language].file}-${month}.${extension}`

/** A statement as sheets of a workbook, one for each account. */
export function statementTables(statement: MoneyStatement, language: Language): WorkbookTable[] {
  const { columns, kinds, opening, closing } = words[language]
  return statement.accounts.map((account) => ({
    title: nameOf(account, language),
    headers: columns,
    rows: [
      ['', opening, '', '', '', Number(account.opening)],
      ...account.entries.map((entry) => [
        dayOf(entry.at),
        kinds[entry.kind],
        entry.number ?? '',
        entry.title ?? '',
        Number(entry.amount),
        Number(entry.balance),
      ]),
      ['', closing, '', '', '', Number(account.closing)],
    ],
  }))
}

/** A statement on paper: whose and which month, then each account with its entries. */
export function statementPaper(statement: MoneyStatement, language: Language): PdfContent {
  const { title, author, organisation, month, columns, kinds, opening, closing } = words[language]
  const [date = '', entry = '', order = '', , amount = '', balance = ''] = columns
  return {
    title: `${title} ${statement.month}`,
    author,
    language,
    createdAt: monthRange(statement.month).to,
    header: { left: `${title} ${statement.month}`, right: statement.organisationName },
    blocks: [
      { kind: 'title', text: title, subtitle: statement.month },
      {
        kind: 'facts',
        rows: [
          [organisation, statement.organisationName],
          [month, statement.month],
        ],
      },
      ...statement.accounts.flatMap((account): PdfBlock[] => [
        { kind: 'heading', text: nameOf(account, language) },
        {
          kind: 'table',
          columns: [
            { head: date, share: 14 },
            { head: entry, share: 24 },
            { head: order, share: 28 },
            { head: amount, share: 17, align: 'right' },
            { head: balance, share: 17, align: 'right' },
          ],
          rows: [
            ['', opening, '', '', printed(account.opening)],
            ...account.entries.map((row) => [dayOf(row.at), kinds[row.kind], row.number ?? '', printed(row.amount), printed(row.balance)]),
            ['', closing, '', '', printed(account.closing)],
          ],
        },
      ]),
    ],
  }
}
