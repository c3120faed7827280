import type { Objection } from '@jiju/scoring/contract/objections'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFactNames } from '../../lib/use-fact-names.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { useWording } from '../../lib/use-wording.ts'
import { Button } from '../../ui/button.tsx'
import { LoadMore } from '../../ui/data-table.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { listObjections, takeObjection } from './calls.ts'
import { DecideObjection } from './decide-objection.tsx'
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
  const wording = useWording()
  const format = useFormat()
  const client = useQueryClient()
  const { nameOf, figureOf } = useFactNames()
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
            `${objection.isCitizen ? wording.beside(objection.objectorName, wording.list([t('objections.citizen'), objection.contact ?? ''])) : objection.objectorName} · ${format.stamp(objection.receivedAt)}`,
          ],
          [t('objections.handler'), objection.handlerName],
          [t('object.reasons'), objection.reasons],
          [
            t('objections.corrections'),
            objection.corrections
              .map(({ factCode, period: of, source, value }) =>
                t('objections.corrected', {
                  fact: nameOf(factCode),
                  period: format.period(of),
                  source: t(`source.${source}`),
                  value: figureOf(factCode, value),
                }),
              )
              .join('\n'),
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
          <DecideObjection objection={objection} period={period} modelId={modelId} />
        </>
      )}
    </section>
  )
}
