import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/use-command.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { fileUrl, uploadFile } from '../calls.ts'
import type { EditorPart } from './editor-part.ts'

type FileEntry = { fileId: string; caption: string | null }

/** Photos (the first is the cover) and papers; uploaded at once, part of the content when it is saved. */
export function FilesForm({ resourceId, content, isLocked, onChange }: EditorPart & { resourceId: string }) {
  const { t } = useTranslation('editor')
  return (
    <div className="stack">
      <FileList
        title={t('files.photos')}
        note={t('files.photosNote')}
        none={t('files.nonePhotos')}
        accept="image/jpeg,image/png,image/webp"
        isPhoto
        resourceId={resourceId}
        files={content.photos}
        isLocked={isLocked}
        onChange={(photos) => onChange({ photos })}
      />
      <FileList
        title={t('files.attachments')}
        note={t('files.attachmentsNote')}
        none={t('files.noneAttachments')}
        accept=".pdf,.docx,.xlsx,.txt,.csv,image/*"
        resourceId={resourceId}
        files={content.attachments}
        isLocked={isLocked}
        onChange={(attachments) => onChange({ attachments })}
      />
    </div>
  )
}

function FileList({
  title,
  note,
  none,
  accept,
  isPhoto = false,
  resourceId,
  files,
  isLocked,
  onChange,
}: {
  title: string
  note: string
  none: string
  accept: string
  isPhoto?: boolean
  resourceId: string
  files: readonly FileEntry[]
  isLocked: boolean
  onChange: (files: FileEntry[]) => void
}) {
  const { t } = useTranslation('editor')
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const command = useCommand({
    run: async ({ chosen }: { chosen: readonly File[] }, headers) => {
      const added: FileEntry[] = []
      for (const [index, file] of chosen.entries()) {
        const { fileId, name } = await uploadFile({ id: resourceId, file }, { 'Idempotency-Key': `${headers['Idempotency-Key']}-${index}` })
        setNames((old) => ({ ...old, [fileId]: name }))
        added.push({ fileId, caption: null })
      }
      return added
    },
    onDone: (added) => onChange([...files, ...added]),
  })
  const move = (index: number, step: number) => {
    const next = [...files]
    const [entry] = next.splice(index, 1)
    if (entry) next.splice(index + step, 0, entry)
    onChange(next)
  }
  return (
    <Panel title={title} note={note}>
      <div className="stack">
        <ProblemSummary error={command.error} />
        {!isLocked && (
          <FileDrop
            label={command.isPending ? t('files.uploading', { name: command.variables?.chosen[0]?.name ?? '' }) : t('files.drop')}
            accept={accept}
            isMultiple
            isDisabled={command.isPending}
            onFiles={(chosen) => command.mutate({ chosen })}
          />
        )}
        {files.length === 0 && <p className="t3">{none}</p>}
        <ul className="line-list">
          {files.map((file, index) => (
            <li key={file.fileId} style={{ flexWrap: 'wrap', paddingInline: 0 }}>
              {isPhoto && (
                <img
                  src={fileUrl(resourceId, file.fileId)}
                  alt={file.caption ?? ''}
                  width={96}
                  height={72}
                  loading="lazy"
                  style={{ objectFit: 'cover', borderRadius: 6, border: '1px solid var(--line)' }}
                />
              )}
              <div className="f1" style={{ minWidth: 180 }}>
                <TextField
                  label={`${t('files.caption')} ${index + 1}`}
                  isLabelHidden
                  placeholder={t('files.caption')}
                  maxLength={200}
                  disabled={isLocked}
                  value={file.caption ?? ''}
                  onChange={(event) =>
                    onChange(
                      files.map((other) => (other.fileId === file.fileId ? { ...other, caption: event.target.value || null } : other)),
                    )
                  }
                />
                <span className="s t3">{names[file.fileId]}</span>
              </div>
              {isPhoto && index === 0 && <Tag kind="accent">{t('files.cover')}</Tag>}
              {!isPhoto && (
                <a className="btn btn-sm" href={fileUrl(resourceId, file.fileId)} download>
                  {t('files.open')}
                </a>
              )}
              {!isLocked && (
                <>
                  {index > 0 && (
                    <Button size="sm" kind="text" onClick={() => move(index, -1)}>
                      {t('files.up')}
                    </Button>
                  )}
                  {index < files.length - 1 && (
                    <Button size="sm" kind="text" onClick={() => move(index, 1)}>
                      {t('files.down')}
                    </Button>
                  )}
                  <Button size="sm" kind="text" onClick={() => onChange(files.filter((other) => other.fileId !== file.fileId))}>
                    {t('files.remove')}
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}
