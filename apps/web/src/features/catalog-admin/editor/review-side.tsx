import type { ResourceWork } from '@jiju/catalog/contract/resources'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../../lib/session.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { toast } from '../../../ui/toast.tsx'
import { discardDraft, retireResource, submitResource, withdrawSubmission } from '../calls.ts'
import { useFieldName } from './field-name.ts'

type Act = 'submit' | 'withdraw' | 'discard' | 'retire'
const CALLS = { submit: submitResource, withdraw: withdrawSubmission, discard: discardDraft, retire: retireResource }
const DONE = { submit: 'edit.submitted', withdraw: 'edit.withdrawn', discard: 'edit.discarded', retire: 'edit.retired' } as const

/** Beside the form: where the working copy stands, what is missing, and the next act. */
export function ReviewSide({
  work,
  isDirty,
  errors,
  onChanged,
}: {
  work: ResourceWork
  isDirty: boolean
  errors: Readonly<Record<string, string>>
  onChanged: (work: ResourceWork) => void
}) {
  const { t } = useTranslation('editor')
  const format = useFormat()
  const nameOf = useFieldName()
  const mayEdit = useAccess('catalog.resource.edit')
  const [act, setAct] = useState<Act | null>(null)
  const [note, setNote] = useState('')
  const command = useCommand({
    run: ({ name, note: text }: { name: Act; note: string | null }, headers) => CALLS[name]({ target: work, note: text }, headers),
    onDone: (next, { name }) => {
      toast(t(DONE[name]))
      setAct(null)
      setNote('')
      onChanged(next)
    },
  })
  const isInReview = work.workState === 'in_review'
  const blocking = work.gaps.filter((gap) => gap.isBlocking)
  const advised = work.gaps.filter((gap) => !gap.isBlocking)
  const maySubmit = mayEdit && !isInReview && work.workState !== 'none'
  const problems = Object.entries(errors)
  const name = work.nameZh ?? work.nameEn ?? ''
  const words: Record<Act, { title: string; text: string; verb: string; isDanger: boolean }> = {
    submit: { title: t('edit.submitTitle'), text: t('edit.submitNote'), verb: t('edit.submit'), isDanger: false },
    withdraw: { title: t('edit.withdraw'), text: t('edit.withdrawText'), verb: t('edit.withdraw'), isDanger: false },
    discard: {
      title: t('edit.discardTitle'),
      text: t('edit.discardText', { version: work.publishedVersion ?? 0 }),
      verb: t('edit.discard'),
      isDanger: true,
    },
    retire: { title: t('edit.retireTitle', { name }), text: t('edit.retireText'), verb: t('edit.retire'), isDanger: true },
  }
  return (
    <aside className="stack">
      <Panel title={t('edit.reviewPanel')}>
        <div className="stack">
          {work.returnReasons && work.workState === 'returned' && (
            <p className="notice notice-bad pre">{t('edit.returned', { reasons: work.returnReasons })}</p>
          )}
          {isInReview && (
            <p className="notice notice-warn">{t('edit.inReview', { at: work.submittedAt ? format.instant(work.submittedAt) : '—' })}</p>
          )}
          {problems.length > 0 && (
            <div className="notice notice-bad" role="alert">
              <ul>
                {problems.slice(0, 8).map(([path, message]) => (
                  <li key={path}>
                    <a href={`#field-${path}`}>{nameOf(path)}</a> {message}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <Gaps title={t('edit.gaps')} gaps={blocking} id={work.id} isBlocking />
          <Gaps title={t('edit.gapsHint')} gaps={advised} id={work.id} />
          {work.gaps.length === 0 && (
            <p className="row g6 ok m">
              <Icon name="checkCircle" /> {t('edit.gapsNone')}
            </p>
          )}
          <div className="stack" style={{ gap: 8 }}>
            {maySubmit && (
              <Button
                kind={isDirty ? 'default' : 'primary'}
                isBlock
                disabled={isDirty || blocking.length > 0}
                onClick={() => setAct('submit')}
              >
                {t('edit.submit')}
              </Button>
            )}
            {maySubmit && isDirty && <span className="s t3">{t('edit.saveFirst')}</span>}
            {mayEdit && isInReview && (
              <Button isBlock onClick={() => setAct('withdraw')}>
                {t('edit.withdraw')}
              </Button>
            )}
            {mayEdit && work.publishedVersion !== null && (work.workState === 'draft' || work.workState === 'returned') && (
              <Button kind="text" isBlock onClick={() => setAct('discard')}>
                {t('edit.discard')}
              </Button>
            )}
            {mayEdit && work.status === 'published' && !isInReview && (
              <Button kind="text" isBlock onClick={() => setAct('retire')}>
                {t('edit.retire')}
              </Button>
            )}
          </div>
        </div>
      </Panel>
      <Dialog
        title={act ? words[act].title : ''}
        isOpen={act !== null}
        onClose={() => setAct(null)}
        foot={
          act && (
            <Button
              kind={words[act].isDanger ? 'danger' : 'primary'}
              isBusy={command.isPending}
              onClick={() => command.mutate({ name: act, note: note.trim() || null })}
            >
              {words[act].verb}
            </Button>
          )
        }
      >
        {act && (
          <div className="stack">
            <ProblemSummary error={command.error} />
            <p>{words[act].text}</p>
            {act !== 'withdraw' && (
              <TextArea
                label={t('edit.note')}
                hint={t('optional')}
                rows={2}
                maxLength={4000}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </div>
        )}
      </Dialog>
    </aside>
  )
}

const TAB_OF: Record<string, string> = {
  detail: 'detail',
  standards: 'standards',
  methodIds: 'standards',
  photos: 'files',
  attachments: 'files',
  prices: 'prices',
}

function Gaps({ title, gaps, id, isBlocking = false }: { title: string; gaps: ResourceWork['gaps']; id: string; isBlocking?: boolean }) {
  if (gaps.length === 0) return null
  return (
    <div>
      <div className={`m b ${isBlocking ? 'warn' : ''}`}>{title}</div>
      <ul className="m">
        {gaps.map((gap) => {
          const tab = TAB_OF[gap.field.split('/')[1] ?? '']
          return (
            <li key={`${gap.code}${gap.field}`} className="row g6 top" style={{ paddingBlock: 2 }}>
              <Icon name={isBlocking ? 'warning' : 'info'} size={14} style={{ marginTop: 3 }} />
              <Link
                to="/p/resources/$id/edit"
                params={{ id }}
                search={tab ? { tab } : {}}
                hash={`field-${gap.field.slice(1).replaceAll('/', '.')}`}
              >
                {gap.message}
              </Link>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
