import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../../lib/session.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { createMethod, findMethods, findStandards, methodNamesOptions, standardOptions } from '../calls.ts'
import type { EditorPart } from './editor-part.ts'

/** Standards and methods that the resource cites; a replaced standard says so and offers its successor. */
export function StandardsForm(part: EditorPart) {
  return (
    <div className="stack">
      <Standards {...part} />
      <Methods {...part} />
    </div>
  )
}

function Standards({ content, isLocked, onChange }: EditorPart) {
  const { t } = useTranslation('editor')
  const cited = content.standards
  const details = useQueries({ queries: cited.map((each) => standardOptions(each.standardId)) })
  const set = (standards: typeof cited) => onChange({ standards })
  return (
    <Panel title={t('standards.title')}>
      <div className="stack">
        {!isLocked && (
          <Combobox
            label={t('standards.add')}
            placeholder={t('standards.addHint')}
            queryKey="standards"
            find={findStandards}
            keyOf={(item) => item.id}
            show={(item) => (
              <>
                <span className="b">{item.number}</span> {item.titleZh ?? item.titleEn}{' '}
                {item.isReplaced && <Tag kind="bad">{t('standards.withdrawn')}</Tag>}
              </>
            )}
            none={t('standards.notFound')}
            onPick={(item) => {
              if (!cited.some((each) => each.standardId === item.id)) set([...cited, { standardId: item.id, note: null }])
            }}
          />
        )}
        {cited.length === 0 && <p className="t3">{t('standards.none')}</p>}
        <ul className={cited.length > 0 ? 'panel line-list' : 'line-list'}>
          {cited.map((each, index) => (
            <li key={each.standardId} style={{ flexWrap: 'wrap' }}>
              <StandardLine
                detail={details[index]?.data}
                onReplace={(id) => set(cited.map((other) => (other.standardId === each.standardId ? { ...other, standardId: id } : other)))}
                isLocked={isLocked}
              />
              {!isLocked && (
                <>
                  <div style={{ width: 220 }}>
                    <TextField
                      isLabelHidden
                      label={`${t('standards.note')} ${details[index]?.data?.number ?? ''}`}
                      placeholder={t('standards.note')}
                      maxLength={300}
                      value={each.note ?? ''}
                      onChange={(event) =>
                        set(
                          cited.map((other) =>
                            other.standardId === each.standardId ? { ...other, note: event.target.value || null } : other,
                          ),
                        )
                      }
                    />
                  </div>
                  <Button size="sm" kind="text" onClick={() => set(cited.filter((other) => other.standardId !== each.standardId))}>
                    {t('standards.remove')}
                  </Button>
                </>
              )}
              {isLocked && each.note && <span className="s t3">{each.note}</span>}
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}

type StandardShown = {
  number: string
  titleZh: string | null
  titleEn: string | null
  isReplaced: boolean
  isUpcoming: boolean
  effectiveOn: string | null
  status: string
  successors: { id: string; number: string }[]
}

function StandardLine({
  detail,
  isLocked,
  onReplace,
}: {
  detail: StandardShown | undefined
  isLocked: boolean
  onReplace: (id: string) => void
}) {
  const { t } = useTranslation('editor')
  const format = useFormat()
  if (!detail) return <span className="f1 t3">…</span>
  const [successor] = detail.successors
  return (
    <span className="f1" style={{ minWidth: 220 }}>
      <span className="b nw">{detail.number}</span> {detail.titleZh ?? detail.titleEn}
      <span className="row g8 wrap s" style={{ marginTop: 2 }}>
        {detail.isReplaced && (
          <Tag kind="bad">{successor ? t('standards.replaced', { number: successor.number }) : t('standards.withdrawn')}</Tag>
        )}
        {detail.isUpcoming && (
          <Tag kind="warn">{t('standards.upcoming', { date: detail.effectiveOn ? format.day(detail.effectiveOn) : '—' })}</Tag>
        )}
        {detail.status === 'unconfirmed' && <Tag kind="warn">{t('standards.unconfirmed')}</Tag>}
        {detail.isReplaced && successor && !isLocked && (
          <button type="button" className="link-btn" onClick={() => onReplace(successor.id)}>
            {t('standards.replaceWith', { number: successor.number })}
          </button>
        )}
      </span>
    </span>
  )
}

function Methods({ content, isLocked, onChange }: EditorPart) {
  const { t } = useTranslation('editor')
  const mayCreate = useAccess('catalog.method.create')
  const names = useQuery(methodNamesOptions)
  const [made, setMade] = useState<Readonly<Record<string, string>>>({})
  const add = (id: string, name: string) => {
    setMade((old) => ({ ...old, [id]: name }))
    if (!content.methodIds.includes(id)) onChange({ methodIds: [...content.methodIds, id] })
  }
  const create = useCommand({ run: createMethod, onDone: (method) => add(method.id, method.nameZh) })
  return (
    <Panel title={t('methods.title')}>
      <div className="stack">
        <ProblemSummary error={create.error} />
        {!isLocked && (
          <Combobox
            label={t('methods.add')}
            placeholder={t('methods.addHint')}
            queryKey="methods"
            find={findMethods}
            keyOf={(item) => item.id}
            show={(item) => item.nameZh}
            none={(text) =>
              mayCreate ? (
                <button type="button" className="link-btn" onClick={() => create.mutate({ nameZh: text, nameEn: null, description: null })}>
                  {t('methods.create', { name: text })}
                </button>
              ) : (
                t('standards.notFound')
              )
            }
            onPick={(item) => add(item.id, item.nameZh)}
          />
        )}
        {content.methodIds.length === 0 ? (
          <p className="t3">{t('methods.none')}</p>
        ) : (
          <div className="row g8 wrap">
            {content.methodIds.map((id) => (
              <Tag
                key={id}
                {...(isLocked
                  ? {}
                  : {
                      onRemove: () => onChange({ methodIds: content.methodIds.filter((each) => each !== id) }),
                      removeLabel: t('methods.remove'),
                    })}
              >
                {made[id] ?? names.data?.get(id) ?? '…'}
              </Tag>
            ))}
          </div>
        )}
      </div>
    </Panel>
  )
}
