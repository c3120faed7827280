import type { ScoringModel } from '@jiju/scoring/contract/models'
import type { Model } from '@jiju/scoring/core/engine/model'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { actOnModel, createModel, modelOptions, modelsOptions } from '../../features/scoring-lists/model-calls.ts'
import { ModelDifferences } from '../../features/scoring-lists/model-differences.tsx'
import { ModelJson } from '../../features/scoring-lists/model-json.tsx'
import { ModelCertainty, ModelTree } from '../../features/scoring-lists/model-tree.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { TextField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['view', 'json', 'diff'] as const

/** One version of a model: its tree with weights, its document, and what it changes. */
export function ModelPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return (
    <QueryView query={useQuery(modelOptions(id))} isPage>
      {(model) => <ModelView key={`${model.id} ${model.version}`} model={model} />}
    </QueryView>
  )
}

function ModelView({ model }: { model: ScoringModel }) {
  const { t, i18n } = useTranslation('scoring-lists')
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const search = useSearch({ strict: false }) as { tab?: string }
  const tab = oneOf(search.tab, TABS) ?? 'view'
  const client = useQueryClient()
  const mayEdit = useAccess('scoring.model.edit')
  const mayPublish = useAccess('scoring.model.publish')
  const isEditable = model.state === 'draft' && mayEdit
  const [asked, setAsked] = useState<'publish' | 'retire' | null>(null)
  const act = useCommand({
    run: actOnModel,
    onDone: async () => {
      setAsked(null)
      await client.invalidateQueries({ queryKey: ['scoring'] })
    },
  })
  const others = useQuery(modelsOptions).data?.filter(({ id, code }) => id !== model.id && code === model.code) ?? []
  return (
    <div className="stack-24">
      <PageHead
        title={model.name[language]}
        beside={<ModelCertainty certainty={model.certainty} />}
        line={`${model.code} ${model.modelVersion} · ${t(`models.${model.state}`)}`}
        crumb={[{ label: t('models.title'), link: { to: '/o/scoring/models' } }, { label: model.modelVersion }]}
        actions={
          <>
            {model.state === 'draft' &&
              mayPublish &&
              (model.isOwn ? (
                <span className="t3">{t('models.own')}</span>
              ) : (
                <Button kind="primary" onClick={() => setAsked('publish')}>
                  {t('models.publish')}
                </Button>
              ))}
            {model.state === 'published' && mayPublish && (
              <Button kind="danger" onClick={() => setAsked('retire')}>
                {t('models.retire')}
              </Button>
            )}
          </>
        }
      />
      <TabLinks
        label={t('models.title')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`models.${value}`) }))}
        linkOf={(value) => ({ to: '/o/scoring/models/$id', params: { id: model.id }, search: { tab: value } })}
      />
      {tab === 'view' && (
        <>
          <ModelTree model={model} isEditable={isEditable} />
          <About model={model} />
          {mayEdit && <Copy model={model} />}
        </>
      )}
      {tab === 'json' && <ModelJson model={model} isEditable={isEditable} />}
      {tab === 'diff' && <ModelDifferences model={model} others={others} key={others.length} />}
      {asked && (
        <Dialog
          title={t(`models.${asked}Title`, { name: `${model.name[language]} ${model.modelVersion}` })}
          isOpen
          onClose={() => setAsked(null)}
          foot={
            <Button
              kind={asked === 'publish' ? 'primary' : 'danger'}
              isBusy={act.isPending}
              onClick={() => act.mutate({ model, act: asked })}
            >
              {t(`models.${asked}`)}
            </Button>
          }
        >
          <div className="stack">
            <p>{t(`models.${asked}Line`)}</p>
            <ProblemSummary error={act.error} />
          </div>
        </Dialog>
      )}
    </div>
  )
}

function About({ model }: { model: ScoringModel }) {
  const { t, i18n } = useTranslation('scoring-lists')
  const format = useFormat()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const document = model.document as unknown as Model
  return (
    <Panel title={t('models.citations')}>
      <ul className="stack">
        {document.sources.map((source) => (
          <li key={source.title}>
            {source.address ? <a href={source.address}>{source.title}</a> : source.title}
            {source.note && <div className="s t3">{source.note}</div>}
          </li>
        ))}
      </ul>
      <FactList
        facts={[
          [t('models.validity'), `${model.validFrom} – ${model.validTo ?? t('models.open')}`],
          [t('models.createdBy'), model.createdByName],
          [t('models.editedBy'), model.editedByName],
          [t('models.publishedBy'), model.publishedByName],
          [
            t('models.deductions'),
            document.deductions.items
              .map(({ name, points, isVeto, repairedRatio, expiresAfterDays }) =>
                [
                  t('models.deduction', { name: name[language], points }),
                  isVeto && t('models.vetoed'),
                  repairedRatio < 1 && t('models.repaired', { points: Math.round(points * repairedRatio * 100) / 100 }),
                  expiresAfterDays === null ? t('models.forever') : t('models.expiresAfter', { days: format.number(expiresAfterDays) }),
                ]
                  .filter(Boolean)
                  .join(' · '),
              )
              .join('\n'),
          ],
          [t('runs.modelHash'), model.sha256],
        ]}
      />
    </Panel>
  )
}

function Copy({ model }: { model: ScoringModel }) {
  const { t } = useTranslation('scoring-lists')
  const navigate = useNavigate()
  const [modelVersion, setModelVersion] = useState('')
  const copy = useCommand({
    run: createModel,
    onDone: (made) => navigate({ to: '/o/scoring/models/$id', params: { id: made.id } }),
  })
  return (
    <Panel title={t('models.copy')}>
      <form
        className="row g8 wrap"
        style={{ alignItems: 'flex-end' }}
        onSubmit={(event) => {
          event.preventDefault()
          copy.mutate({ copyOf: model.id, modelVersion: modelVersion.trim() })
        }}
      >
        <TextField
          label={t('models.copyVersion')}
          maxLength={20}
          value={modelVersion}
          onChange={(event) => setModelVersion(event.target.value)}
        />
        <Button type="submit" isBusy={copy.isPending} disabled={!modelVersion.trim()}>
          {t('models.copy')}
        </Button>
      </form>
      <ProblemSummary error={copy.error} />
    </Panel>
  )
}
