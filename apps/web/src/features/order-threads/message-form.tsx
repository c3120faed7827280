import { MAX_MESSAGE_FILES, type PostMessage, type ThreadFile } from '@jiju/orders/contract/threads'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newAttempt } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { postMessage, sendFile } from './calls.ts'

/** A message with files; files are sent as they are chosen. */
export function MessageForm({ threadId, onSent }: { threadId: string; onSent: () => void }) {
  const { t } = useTranslation('order-threads')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [body, setBody] = useState('')
  const [files, setFiles] = useState<readonly ThreadFile[]>([])
  const sending = useCommand({
    run: async (chosen: readonly File[]) => {
      for (const file of chosen) {
        const sent = await sendFile({ id: threadId, file }, newAttempt())
        setFiles((before) => [...before, sent])
      }
    },
  })
  const command = useCommand({
    run: (message: PostMessage, headers) => postMessage({ id: threadId, body: message }, headers),
    onDone: () => {
      setBody('')
      setFiles([])
      onSent()
    },
  })
  const isEmpty = body.trim() === '' && files.length === 0
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (isEmpty || command.isPending) return
        // A message always has words: the names of its files when nothing was written.
        const words = body.trim() || files.map(({ name }) => name).join('、')
        command.mutate({ body: words, fileIds: files.map(({ fileId }) => fileId) })
      }}
    >
      <ProblemSummary error={command.error ?? sending.error} />
      <TextArea
        label={t('write')}
        placeholder={t('placeholder')}
        rows={2}
        maxLength={4000}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      {files.length > 0 && (
        <div className="row g8 wrap">
          {files.map((file) => (
            <Tag
              key={file.fileId}
              kind="line"
              removeLabel={t('remove', { name: file.name })}
              onRemove={() => setFiles(files.filter(({ fileId }) => fileId !== file.fileId))}
            >
              {file.name}
            </Tag>
          ))}
        </div>
      )}
      <div className="row g8 wrap">
        <Button kind="primary" type="submit" isBusy={command.isPending} disabled={isEmpty || sending.isPending}>
          {t('send')}
        </Button>
        <Button isBusy={sending.isPending} disabled={files.length >= MAX_MESSAGE_FILES} onClick={() => input.current?.click()}>
          <Icon name="upload" size={14} /> {t('addFile')}
        </Button>
        <label className="sr-only" htmlFor={id}>
          {t('addFile')}
        </label>
        <input
          ref={input}
          id={id}
          className="sr-only"
          type="file"
          multiple
          tabIndex={-1}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])].slice(0, MAX_MESSAGE_FILES - files.length)
            if (chosen.length > 0) sending.mutate(chosen)
            event.target.value = ''
          }}
        />
      </div>
    </form>
  )
}
