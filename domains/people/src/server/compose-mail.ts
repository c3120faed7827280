import texts from './mail-texts.json' with { type: 'json' }
import type { Mail } from './needs.ts'

type MailKey = keyof typeof texts

/** A mail of the catalogue in the reader's language. A value's line breaks become spaces, so that no name can add lines. */
export function composeMail(
  key: MailKey,
  to: { readonly email: string; readonly language: string },
  params: Readonly<Record<string, string>>,
): Mail {
  const language = to.language === 'en' ? 'en' : 'zh'
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name]
      if (value === undefined) throw new Error(`mail ${key} names no ${name}`)
      return value.replace(/\s+/g, ' ')
    })
  return { to: to.email, subject: fill(texts[key].subject[language]), text: fill(texts[key].text[language]), language }
}
