import type { DecideObjection, Objection } from '@jiju/scoring/contract/objections'
import { SOURCES } from '@jiju/scoring/core/facts/sources'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { LoadMore } from '../../ui/data-table.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { Segmented, SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { decideObjection, listObjections, takeObjection } from './calls.ts'
import { ObjectionClock } from './objection-clock.tsx'
import { ObjectionStateTag } from './objection-view.tsx'

/** Objections to a list for the office, those that must be answered first in front. */
export function ObjectionsPanel({ listId, runPeriod, modelId }: { listId: string; runPeriod: string; modelId: string }) {
  const { t } = useTranslation('scoring-lists')
  const { items, more } = usePages<Objection>({
    queryKey: ['scoring', 'objections', listId],
    load: (cursor, signal) => listObjections(listId, cursor, signal),
    isEnabled: useAccess('scoring.objection.handle'),
  })
  return (
    <Panel title={t('objections.title')}>
      {items.length === 0 ? (
        <p className="t3">{t('objections.empty')}</p>
      ) : (
        <div className="stack-24">
          {items.map((objection) => (
            <ObjectionItem key={objection.id} objection={objection} period={runPeriod} modelId={modelId} />
          ))}
          <LoadMore {...more} />
        </div>
      )}
    </Panel>
  )
}

function ObjectionItem({ objection, period, modelId }: { objection: Objection; period: string; modelId: string }) {
  const { t } = useTranslation('scoring-lists')
  const format = useFormat()
  const client = useQueryClient()
  const take = useCommand({ run: takeObjection, onDone: () => client.invalidateQueries({ queryKey: ['scoring', 'objections'] }) })
  return (
    <section className="stack" aria-label={objection.number}>
      <div className="row g8 wrap">
        <h3 className="h3">{objection.number}</h3>
        <ObjectionStateTag state={objection.state} />
        <ObjectionClock left={objection.workingDaysLeft} />
      </div>
      <FactList
        facts={[
          [t('object.about'), objection.enterpriseName ?? t('object.whole')],
          [t('object.claim'), objection.claim],
          [
            t('object.received'),
            `${objection.objectorName}${objection.isCitizen ? `（${t('objections.citizen')}，${objection.contact}）` : ''} · ${format.stamp(objection.receivedAt)}`,
          ],
          [t('objections.handler'), objection.handlerName],
          [t('object.reasons'), objection.reasons],
          [
            t('objections.corrections'),
            objection.corrections.map((one) => `${one.factCode} ${one.period} ${t(`source.${one.source}`)} → ${one.value}`).join('\n'),
          ],
        ]}
      />
      {objection.files.map((file) => (
        <a key={file.id} href={`/api/v1/scoring/objections/${objection.id}/files/${file.id}`}>
          {file.name}
        </a>
      ))}
      {objection.state === 'open' && (
        <>
          <ProblemSummary error={take.error} />
          {objection.handlerName === null && (
            <div>
              <Button isBusy={take.isPending} onClick={() => take.mutate({ objection })}>
                {t('objections.take')}
              </Button>
            </div>
          )}
          <Decide objection={objection} period={period} modelId={modelId} />
        </>
      )}
    </section>
  )
}

type Correction = DecideObjection['corrections'][number]

function Decide({ objection, period, modelId }: { objection: Objection; period: string; modelId: string }) {
  const { t, i18n } = useTranslation('scoring-lists')
  const client = useQueryClient()
  const [decision, setDecision] = useState<DecideObjection['decision']>('upheld')
  const [reasons, setReasons] = useState('')
  const [corrections, setCorrections] = useState<readonly Correction[]>([])
  // The columns that the model of the list reads are what can be wrong.
  const columns = useQuery({
    queryKey: ['scoring', 'coverage', modelId, period],
    queryFn: async () => await answer(api.GET('/api/v1/scoring/run-coverage', { params: { query: { modelId, period } } })),
  }).data?.columns
  const decide = useCommand({
    run: decideObjection,
    onDone: async () => {
      toast(t('objections.sent'))
      await client.invalidateQueries({ queryKey: ['scoring'] })
    },
  })
  const facts = (columns ?? []).map(({ ref, period: of, nameZh, nameEn }) => ({
    value: `${ref.split('@')[0]} ${of}`,
    label: `${i18n.language === 'en' ? nameEn : nameZh} ${of}`,
  }))
  const change = (index: number, changed: Partial<Correction>) =>
    setCorrections(corrections.map((one, place) => (place === index ? { ...one, ...changed } : one)))
  const add = () => {
    const [factCode = '', of = ''] = facts[0]?.value.split(' ') ?? []
    setCorrections([...corrections, { factCode, period: of, source: 'statistics', value: '', document: '' }])
  }
  return (
    <div className="stack">
      <ProblemSummary error={decide.error} />
      <div>
        <Segmented
          label={t('objections.decide')}
          value={decision}
          onPick={setDecision}
          options={[
            { value: 'upheld', label: t('objections.upheld') },
            { value: 'rejected', label: t('objections.rejected') },
          ]}
        />
      </div>
      {decision === 'upheld' && objection.enterpriseId !== null && (
        <>
          {corrections.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: corrections have no name of their own before they are sent.
            <div key={index} className="row g8 wrap" style={{ alignItems: 'flex-end' }}>
              <SelectField
                label={t('objections.fact')}
                value={`${one.factCode} ${one.period}`}
                options={facts}
                onPick={(picked) => {
                  const [factCode = '', of = ''] = picked.split(' ')
                  change(index, { factCode, period: of })
                }}
              />
              <SelectField
                label={t('objections.source')}
                value={one.source}
                options={SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
                onPick={(source) => change(index, { source })}
              />
              <TextField
                label={t('objections.value')}
                inputMode="decimal"
                value={one.value}
                onChange={(event) => change(index, { value: event.target.value.trim() })}
              />
              <TextField
                label={t('objections.document')}
                maxLength={200}
                value={one.document}
                onChange={(event) => change(index, { document: event.target.value })}
              />
              <Button kind="text" onClick={() => setCorrections(corrections.filter((_, place) => place !== index))}>
                {t('objections.remove')}
              </Button>
            </div>
          ))}
          <div>
            <Button kind="text" onClick={add} disabled={facts.length === 0}>
              {t('objections.addCorrection')}
            </Button>
          </div>
        </>
      )}
      <TextArea
        label={t('objections.reasons')}
        rows={3}
        maxLength={4000}
        value={reasons}
        onChange={(event) => setReasons(event.target.value)}
      />
      <div>
        <Button
          kind="primary"
          isBusy={decide.isPending}
          disabled={reasons.trim().length < 5}
          onClick={() =>
            decide.mutate({
              objection,
              body: { decision, reasons: reasons.trim(), corrections: decision === 'upheld' ? [...corrections] : [] },
            })
          }
        >
          {t('objections.send')}
        </Button>
      </div>
    </div>
  )
}
