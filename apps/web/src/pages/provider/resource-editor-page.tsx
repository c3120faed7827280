import { ResourceContent } from '@jiju/catalog/contract/resource-content'
import type { ResourceWork } from '@jiju/catalog/contract/resources'
import { isOrderable } from '@jiju/orders/core/forms/orderable-kinds'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useBlocker, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RulesPanel } from '../../features/bookings/rules-form.tsx'
import { saveResource, workOptions } from '../../features/catalog-admin/calls.ts'
import { AccreditationPanel } from '../../features/catalog-admin/editor/accreditation-panel.tsx'
import { BasicForm } from '../../features/catalog-admin/editor/basic-form.tsx'
import { ConflictDialog } from '../../features/catalog-admin/editor/conflict-dialog.tsx'
import { DetailTab } from '../../features/catalog-admin/editor/detail-tab.tsx'
import { FilesForm } from '../../features/catalog-admin/editor/files-form.tsx'
import { OperationPanel } from '../../features/catalog-admin/editor/operation-panel.tsx'
import { PricesPanel } from '../../features/catalog-admin/editor/prices-panel.tsx'
import { ReviewSide } from '../../features/catalog-admin/editor/review-side.tsx'
import { StandardsForm } from '../../features/catalog-admin/editor/standards-form.tsx'
import { VersionsPanel } from '../../features/catalog-admin/editor/versions-panel.tsx'
import { ResourceStateTags } from '../../features/catalog-admin/state-tags.tsx'
import { CompanionsPanel } from '../../features/plans/companions-panel.tsx'
import { QueueRulesPanel } from '../../features/samples/queue-rules.tsx'
import { serverClock } from '../../lib/clock.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { RequestProblem } from '../../lib/problem.ts'
import { oneOf } from '../../lib/search-params.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { validate } from '../../lib/use-form.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['basic', 'detail', 'standards', 'accreditation', 'prices', 'files', 'rules', 'versions'] as const
type Tab = (typeof TABS)[number]

/** The working copy of a resource: edit, see what is missing, submit; the public version stays until the operator has published. */
export function ResourceEditorPage() {
  const { id } = useParams({ from: '/work/p/resources/$id/edit' })
  const query = useQuery({ ...workOptions(id), refetchOnWindowFocus: false })
  return (
    <QueryView query={query} isPage>
      {(work) => <Editor key={work.id} work={work} />}
    </QueryView>
  )
}

function Editor({ work }: { work: ResourceWork }) {
  const { t } = useTranslation(['editor', 'calendar'])
  const format = useFormat()
  const client = useQueryClient()
  const search = useSearch({ from: '/work/p/resources/$id/edit' })
  const tab: Tab = oneOf(search.tab, TABS) ?? 'basic'
  const mayEdit = useAccess('catalog.resource.edit')
  const isLocked = !mayEdit || work.workState === 'in_review' || work.status === 'in_review'
  const [base, setBase] = useState(work)
  const [content, setContent] = useState<ResourceContent>(work.content)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [conflict, setConflict] = useState<ResourceWork | null>(null)
  const isDirty = JSON.stringify(content) !== JSON.stringify(base.content)
  const errors = isDirty ? validate(ResourceContent, content) : {}

  const take = (next: ResourceWork) => {
    setBase(next)
    setContent(next.content)
    client.setQueryData(workOptions(next.id).queryKey, next)
    void client.invalidateQueries({ queryKey: ['own-resource', next.id, 'versions'] })
    void client.invalidateQueries({ queryKey: ['own-resources'] })
  }
  const save = useCommand({
    run: saveResource,
    onDone: (next) => {
      setConflict(null)
      setSavedAt(serverClock.now())
      take(next)
    },
  })
  const send = (target: { id: string; version: number }, changed: ResourceContent) =>
    save.mutate(
      { target, content: changed },
      {
        onError: async (error) => {
          if (error instanceof RequestProblem && error.status === 412)
            setConflict(await client.fetchQuery({ ...workOptions(work.id), staleTime: 0 }))
        },
      },
    )
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  })
  const name = (currentLanguage() === 'en' ? (base.nameEn ?? base.nameZh) : (base.nameZh ?? base.nameEn)) ?? '—'
  const part = {
    content,
    errors,
    isLocked,
    onChange: (change: Partial<ResourceContent>) => setContent((old) => ({ ...old, ...change }) as ResourceContent),
  }
  const tabs = TABS.map((value) => ({
    value,
    label: value === 'detail' && content.kind === 'instrument' ? t('edit.national') : t(`edit.tabs.${value}`),
  }))
  return (
    <>
      <PageHead
        crumb={[{ label: t('list.title'), link: { to: '/p/resources' } }, { label: name }]}
        title={name}
        beside={<ResourceStateTags resource={base} />}
        line={[t(`kind.${base.kind}`), base.model, base.innerNumber].filter(Boolean).join(' · ')}
        actions={
          <>
            <span className="s t3" aria-live="polite">
              {isDirty ? t('edit.unsaved') : savedAt ? t('edit.saved', { time: format.time(savedAt) }) : ''}
            </span>
            {mayEdit && isOrderable(base.kind) && (
              <ButtonLink to="/p/services/$id/form" params={{ id: base.id }}>
                {t('edit.orderForm')}
              </ButtonLink>
            )}
            {base.publishedVersion !== null && base.status === 'published' && (
              <ButtonLink to="/resources/$id" params={{ id: base.id }}>
                {t('edit.publicPage')}
              </ButtonLink>
            )}
            {!isLocked && (
              <Button
                kind={isDirty ? 'primary' : 'default'}
                disabled={!isDirty || Object.keys(errors).length > 0}
                isBusy={save.isPending}
                onClick={() => send(base, content)}
              >
                {t('edit.save')}
              </Button>
            )}
          </>
        }
      />
      <TabLinks
        label={name}
        value={tab}
        tabs={tabs}
        linkOf={(value) => ({ to: '/p/resources/$id/edit', params: { id: base.id }, search: value === 'basic' ? {} : { tab: value } })}
      />
      <div className="two-columns">
        <div className="stack">
          {save.error && !conflict && (
            <ProblemSummary error={save.error} idOf={(field) => `field-${field.slice(1).replaceAll('/', '.')}`} />
          )}
          {tab === 'basic' && (
            <div className="panel panel-body stack-24">
              <BasicForm {...part} />
            </div>
          )}
          {tab === 'detail' && <DetailTab {...part} />}
          {tab === 'standards' && <StandardsForm {...part} />}
          {tab === 'accreditation' && (
            <AccreditationPanel resourceId={base.id} standardIds={content.standards.map((each) => each.standardId)} name={name} />
          )}
          {tab === 'prices' && <PricesPanel resourceId={base.id} />}
          {tab === 'files' && <FilesForm {...part} resourceId={base.id} />}
          {tab === 'rules' && (
            <>
              <OperationPanel key={base.version} work={base} mayEdit={mayEdit} onChanged={take} />
              <RulesPanel resourceId={base.id} />
              <CompanionsPanel resourceId={base.id} />
              <QueueRulesPanel resourceId={base.id} />
              {base.status === 'published' && (
                <div>
                  <ButtonLink to="/p/calendar/addresses" search={{ resource: base.id }}>
                    {t('calendar:addresses')}
                  </ButtonLink>
                </div>
              )}
            </>
          )}
          {tab === 'versions' && <VersionsPanel resourceId={base.id} />}
        </div>
        <ReviewSide work={base} isDirty={isDirty} errors={errors} onChanged={take} />
      </div>
      {conflict && (
        <ConflictDialog
          base={base.content}
          mine={content}
          theirs={conflict}
          isBusy={save.isPending}
          onSave={(merged) => send(conflict, merged)}
          onReload={() => {
            take(conflict)
            setConflict(null)
          }}
          onClose={() => setConflict(null)}
        />
      )}
      <Dialog
        title={t('edit.unsaved')}
        isOpen={blocker.status === 'blocked'}
        onClose={() => blocker.reset?.()}
        foot={
          <>
            <Button onClick={() => blocker.reset?.()}>{t('edit.stay')}</Button>
            <Button kind="danger" onClick={() => blocker.proceed?.()}>
              {t('edit.leaveButton')}
            </Button>
          </>
        }
      >
        <p>{t('edit.leave')}</p>
      </Dialog>
    </>
  )
}
