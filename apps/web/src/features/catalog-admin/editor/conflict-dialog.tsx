import type { ResourceContent } from '@jiju/catalog/contract/resource-content'
import type { ResourceWork } from '@jiju/catalog/contract/resources'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Segmented } from '../../../ui/field.tsx'
import { useFieldName, valueText } from './field-name.ts'
import { mergeContent, resolveConflicts } from './merge-content.ts'

/** Somebody else saved first: both versions field by field, and what to keep. */
export function ConflictDialog({
  base,
  mine,
  theirs,
  isBusy,
  onSave,
  onReload,
  onClose,
}: {
  base: ResourceContent
  mine: ResourceContent
  theirs: ResourceWork
  isBusy: boolean
  onSave: (content: ResourceContent) => void
  onReload: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('editor')
  const nameOf = useFieldName()
  const { merged, conflicts } = mergeContent(base, mine, theirs.content)
  const [keepsMine, setKeepsMine] = useState<ReadonlySet<string>>(new Set())
  const empty = t('versions.empty')
  return (
    <Dialog
      title={t('conflict.title')}
      isOpen
      onClose={onClose}
      isWide
      foot={
        <>
          <Button onClick={onReload}>{t('conflict.reload')}</Button>
          <Button kind="primary" isBusy={isBusy} onClick={() => onSave(resolveConflicts(merged, conflicts, keepsMine))}>
            {t('conflict.apply')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('conflict.text', { version: theirs.version })}</p>
        {conflicts.length === 0 && <p className="notice notice-ok">{t('conflict.same')}</p>}
        {conflicts.map((conflict) => (
          <section key={conflict.path} className="panel">
            <header className="panel-head">
              <h3 className="h3">{nameOf(conflict.path)}</h3>
              <Segmented
                label={nameOf(conflict.path)}
                value={keepsMine.has(conflict.path) ? 'mine' : 'theirs'}
                options={[
                  { value: 'mine', label: t('conflict.keepMine') },
                  { value: 'theirs', label: t('conflict.keepTheirs') },
                ]}
                onPick={(side) => {
                  const next = new Set(keepsMine)
                  if (side === 'mine') next.add(conflict.path)
                  else next.delete(conflict.path)
                  setKeepsMine(next)
                }}
              />
            </header>
            <dl className="kv panel-body">
              <dt>{t('conflict.yours')}</dt>
              <dd className="diff-after">{valueText(conflict.mine, empty)}</dd>
              <dt>{t('conflict.theirs')}</dt>
              <dd className="diff-before">{valueText(conflict.theirs, empty)}</dd>
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
