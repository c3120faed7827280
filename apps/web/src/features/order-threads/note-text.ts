import type { Message } from '@jiju/orders/contract/threads'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'

/** What the platform notes, in the reader's language. */
export function useNoteText(): (message: Message) => string {
  const { t } = useTranslation('order-threads')
  const format = useFormat()
  return ({ note, noteParams }) => {
    const { reason, words, total } = noteParams
    const because =
      typeof words === 'string' ? words : typeof reason === 'string' ? t(`reason.${reason as 'other'}`, { defaultValue: reason }) : ''
    const params = { ...noteParams, total: typeof total === 'string' ? format.money(total) : '' }
    const key = note as 'quote_offered'
    const text = t(`notes.${key}`, { ...params, defaultValue: t('notes.other') })
    return because ? `${text}${t('because', { reason: because })}` : text
  }
}
