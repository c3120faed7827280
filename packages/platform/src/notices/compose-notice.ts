import { fillText, type Language } from '../http/problem-texts.ts'
import type { NoticeParams } from './notice.ts'
import type { NoticeTexts } from './notice-kinds.ts'

export type NoticeText = { readonly title: string; readonly body: string }

/** What a notice says in each language. A value's line breaks become spaces, so that no name can add lines. */
export function composeNotice(texts: NoticeTexts, params: NoticeParams): Readonly<Record<Language, NoticeText>> {
  const inLanguage = (language: Language): NoticeText => {
    const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, wordsOf(value, language)]))
    return { title: fillText(texts.title[language], values, language), body: fillText(texts.body[language], values, language) }
  }
  return { zh: inLanguage('zh'), en: inLanguage('en') }
}

const WORDS = {
  zh: {
    greeting: (name: string) => `${name}，您好：`,
    link: (address: string) => `查看：${address}`,
    foot: (address: string) => `在消息设置中选择要收到哪些邮件：${address}`,
    digest: (count: number) => `${count} 条新消息`,
  },
  en: {
    greeting: (name: string) => `Dear ${name},`,
    link: (address: string) => `See it: ${address}`,
    foot: (address: string) => `Choose which mails you get: ${address}`,
    digest: (count: number) => (count === 1 ? '1 new notice' : `${count} new notices`),
  },
} as const

function wordsOf(value: NoticeParams[string], language: Language): string | number {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return value.replace(/\s+/g, ' ')
  if (isLines(value)) return value.map((line) => line.replace(/\s+/g, ' ')).join('\n')
  return wordsOf(value[language], language)
}

function isLines(value: NoticeParams[string]): value is readonly string[] {
  return Array.isArray(value)
}

type MailedNotice = NoticeText & { readonly link: string | null }
type Receiver = { readonly name: string; readonly language: Language }

/** The letter of one notice, or of a day's notices as one letter. */
export function composeLetter(
  notices: readonly MailedNotice[],
  to: Receiver,
  publicAddress: string,
): { readonly subject: string; readonly text: string } {
  const words = WORDS[to.language]
  const [first] = notices
  const isOne = notices.length === 1
  const parts = notices.map(({ title, body, link }) =>
    [isOne ? null : `■ ${title}`, body, link && words.link(`${publicAddress}${link}`)].filter(Boolean).join(isOne ? '\n\n' : '\n'),
  )
  const text = [words.greeting(to.name.replace(/\s+/g, ' ')), ...parts, '—', words.foot(`${publicAddress}/account?tab=notices`)].join(
    '\n\n',
  )
  // RFC 5322 sets no limit that a title reaches, the table does.
  return { subject: (isOne && first ? first.title : words.digest(notices.length)).slice(0, 500), text }
}
