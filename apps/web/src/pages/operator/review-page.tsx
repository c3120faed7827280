import type { ResourceWork } from '@jiju/catalog/contract/resources'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { publishResource, returnResource, reviewOptions } from '../../features/catalog-admin/calls.ts'
import { ContentTable } from '../../features/catalog-admin/editor/content-table.tsx'
import { VersionDifference } from '../../features/catalog-admin/editor/versions-panel.tsx'
import { ResourceStateTags } from '../../features/catalog-admin/state-tags.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'

const TABS = ['diff', 'content'] as const

/** One submission: what changes against the public version, the whole content, and the decision. */
export function ReviewPage() {
  const { id } = useParams({ from: '/work/o/resources/$id' })
  const query = useQuery(reviewOptions(id))
  return (
    <QueryView query={query} isPage>
      {(work) => <OneReview work={work} />}
    </QueryView>
  )
}

function OneReview({ work }: { work: ResourceWork }) {
  const { t } = useTranslation('operations')
  const { t: editor } = useTranslation('editor')
  const format = useFormat()
  const search = useSearch({ from: '/work/o/resources/$id' })
  const isFirst = work.publishedVersion === null
  const tab = oneOf(search.tab, TABS) ?? (isFirst ? 'content' : 'diff')
  const name = work.nameZh ?? work.nameEn ?? ''
  return (
    <>
      <PageHead
        crumb={[{ label: t('resources.title'), link: { to: '/o/resources' } }, { label: name }]}
        title={name}
        beside={<ResourceStateTags resource={work} />}
        line={[editor(`kind.${work.kind}`), work.model, work.innerNumber, work.submittedAt && format.stamp(work.submittedAt)]
          .filter(Boolean)
          .join(' · ')}
      />
      <div className="two-columns">
        <div>
          {!isFirst && (
            <TabLinks
              label={name}
              value={tab}
              tabs={TABS.map((value) => ({ value, label: t(`resources.${value}`) }))}
              linkOf={(value) => ({ to: '/o/resources/$id', params: { id: work.id }, search: { tab: value } })}
            />
          )}
          <Panel title={tab === 'diff' ? t('resources.diff') : t('resources.content')} note={isFirst ? t('resources.newNote') : undefined}>
            {tab === 'diff' ? (
              <VersionDifference resourceId={work.id} version={work.version} against={work.publishedVersion ?? undefined} />
            ) : (
              <ContentTable content={work.content} resourceId={work.id} />
            )}
          </Panel>
        </div>
        <Decision work={work} name={name} />
      </div>
    </>
  )
}

function Decision({ work, name }: { work: ResourceWork; name: string }) {
  const { t } = useTranslation('operations')
  const navigate = useNavigate()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const done = (message: string) => async () => {
    toast(message)
    await client.invalidateQueries({ queryKey: ['reviews'] })
    await navigate({ to: '/o/resources' })
  }
  const publish = useCommand({ run: publishResource, onDone: done(t('resources.published', { name })) })
  const giveBack = useCommand({ run: returnResource, onDone: done(t('resources.returned', { name })) })
  const isWaiting = work.workState === 'in_review'
  return (
    <aside className="stack">
      <Panel title={t('resources.decision')}>
        <div className="stack">
          {work.gaps.length > 0 && (
            <div>
              <div className="m b">{t('resources.gaps')}</div>
              <ul className="m t2">
                {work.gaps.map((gap) => (
                  <li key={`${gap.code}${gap.field}`}>{gap.message}</li>
                ))}
              </ul>
            </div>
          )}
          {isWaiting ? (
            <>
              <ProblemSummary error={publish.error ?? giveBack.error} />
              <Button kind="primary" isBlock isBusy={publish.isPending} onClick={() => publish.mutate({ target: work, note: null })}>
                {t('resources.publish')}
              </Button>
              <TextArea
                label={t('resources.returnReasons')}
                hint={t('resources.returnHint')}
                rows={5}
                maxLength={4000}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <Button
                kind="danger"
                isBlock
                disabled={!text.trim()}
                isBusy={giveBack.isPending}
                onClick={() => giveBack.mutate({ target: work, reasons: text.trim() })}
              >
                {t('resources.return')}
              </Button>
            </>
          ) : (
            <p className="t2">{t('resources.notWaiting')}</p>
          )}
        </div>
      </Panel>
    </aside>
  )
}
