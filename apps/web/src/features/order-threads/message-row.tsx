import type { Message } from '@jiju/orders/contract/threads'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Tag } from '../../ui/tag.tsx'
import { fileAddress } from './calls.ts'
import { useNoteText } from './note-text.ts'

/** One message, or a note of the platform. */
export function MessageRow({ threadId, message, otherReadAt }: { threadId: string; message: Message; otherReadAt: string | null }) {
  const { t } = useTranslation('order-threads')
  const format = useFormat()
  const noteText = useNoteText()
  const isNote = message.note !== null
  const name = isNote
    ? t('platform')
    : message.side === 'operator'
      ? [message.personName, t('operator')].filter(Boolean).join(' · ')
      : [message.personName, message.organisationName].filter(Boolean).join(' · ') || t('hidden')
  const isRead = message.isOwn && !isNote && otherReadAt !== null && otherReadAt >= message.createdAt
  return (
    <li className="thread-row" data-look={isNote ? 'note' : message.isOwn ? 'own' : 'other'}>
      <span className="thread-face" aria-hidden="true">
        {isNote ? <Icon name="info" size={14} /> : (name[0] ?? '')}
      </span>
      <div className="f1">
        <div className="row g8 wrap base">
          <strong>{name}</strong>
          <time className="s t3" dateTime={message.createdAt}>
            {format.instant(message.createdAt)}
          </time>
          {message.isUnread && <Tag kind="warn">{t('unread')}</Tag>}
          {isRead && <span className="s t3">{t('read')}</span>}
        </div>
        <p className="pre thread-text">{isNote ? noteText(message) : message.body}</p>
        {message.files.length > 0 && (
          <ul className="plain">
            {message.files.map((file) => (
              <li key={file.fileId}>
                <a href={fileAddress(threadId, file.fileId)} download={file.name} className="row g4">
                  <Icon name="download" size={14} />
                  <span className="thread-text">{file.name}</span>
                  <span className="s t3 nowrap">{t('size', { size: format.number(Math.max(1, Math.round(file.sizeBytes / 1024))) })}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
