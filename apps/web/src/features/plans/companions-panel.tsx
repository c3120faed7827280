import type { CompanionList } from '@jiju/booking/contract/bundles'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestProblem } from '../../lib/problem.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Check, SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { companionsOptions, editCompanions, ownResourcesOptions } from './calls.ts'

const MAX_COMPANIONS = 8

/** What is booked together with a resource: a room, an operator of several; each any one of the resources that are named. */
export function CompanionsPanel({ resourceId }: { resourceId: string }) {
  const { t } = useTranslation('plans')
  const query = useQuery({ ...companionsOptions(resourceId), staleTime: 0, retry: false })
  if (query.error instanceof RequestProblem && query.error.status === 404) return null
  return (
    <Panel title={t('companions.title')} note={t('companions.note')}>
      <QueryView query={query}>{(list) => <Editor key={list.version} list={list} />}</QueryView>
    </Panel>
  )
}

type Draft = {
  readonly key: number
  readonly nameZh: string
  readonly nameEn: string
  readonly isNeeded: boolean
  readonly resourceIds: readonly string[]
}

function Editor({ list }: { list: CompanionList }) {
  const { t } = useTranslation('plans')
  const client = useQueryClient()
  const mayEdit = useAccess('booking.calendar.edit')
  const own = useQuery(ownResourcesOptions(mayEdit))
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    list.companions.map(({ nameZh, nameEn, isNeeded, choices }, key) => ({
      key,
      nameZh,
      nameEn: nameEn ?? '',
      isNeeded,
      resourceIds: choices.map(({ resourceId }) => resourceId),
    })),
  )
  const command = useCommand({
    run: editCompanions,
    onDone: async (saved) => {
      toast(t('companions.saved'))
      client.setQueryData(companionsOptions(list.resourceId).queryKey, saved)
      await client.invalidateQueries({ queryKey: ['booking-rules', list.resourceId] })
    },
  })
  const names = new Map([
    ...list.companions.flatMap(({ choices }) => choices.map((choice) => [choice.resourceId, choice.name] as const)),
    ...(own.data?.items ?? []).map((item) => [item.id, item.nameZh ?? item.nameEn ?? ''] as const),
  ])
  const change = (key: number, to: Partial<Draft>) => setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...to } : draft)))
  const isComplete = drafts.every(({ nameZh, resourceIds }) => nameZh.trim() && resourceIds.length > 0)
  if (!mayEdit && drafts.length === 0) return <p className="t2">{t('companions.none')}</p>
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        const companions = drafts.map(({ nameZh, nameEn, isNeeded, resourceIds }) => ({
          nameZh: nameZh.trim(),
          nameEn: nameEn.trim() || null,
          isNeeded,
          resourceIds: [...resourceIds],
        }))
        if (isComplete) command.mutate({ resourceId: list.resourceId, version: list.version, body: { companions } })
      }}
    >
      <ProblemSummary error={command.error} />
      {drafts.length === 0 && <p className="t2">{t('companions.none')}</p>}
      {drafts.map((draft) => (
        <fieldset key={draft.key} className="form-group" disabled={!mayEdit}>
          <legend className="sr-only">{draft.nameZh || t('companions.new')}</legend>
          <div className="form-pair">
            <TextField
              label={t('companions.nameZh')}
              value={draft.nameZh}
              maxLength={40}
              onChange={({ target }) => change(draft.key, { nameZh: target.value })}
            />
            <TextField
              label={t('companions.nameEn')}
              value={draft.nameEn}
              maxLength={80}
              onChange={({ target }) => change(draft.key, { nameEn: target.value })}
            />
          </div>
          <Check isChecked={draft.isNeeded} onChange={(isNeeded) => change(draft.key, { isNeeded })}>
            {t('companions.needed')}
          </Check>
          <div className="row g8 wrap">
            {draft.resourceIds.map((id) => (
              <Tag
                key={id}
                removeLabel={t('companions.takeOut', { name: names.get(id) ?? '' })}
                onRemove={() => change(draft.key, { resourceIds: draft.resourceIds.filter((other) => other !== id) })}
              >
                {names.get(id) ?? id}
              </Tag>
            ))}
          </div>
          <SelectField
            label={t('companions.add')}
            hint={t('companions.addHint')}
            value=""
            onPick={(id) => id && change(draft.key, { resourceIds: [...draft.resourceIds, id] })}
            options={[
              { value: '', label: t('companions.choose') },
              ...(own.data?.items ?? [])
                .filter(({ id }) => id !== list.resourceId && !draft.resourceIds.includes(id))
                .map((item) => ({ value: item.id, label: item.nameZh ?? item.nameEn ?? item.id })),
            ]}
          />
          {mayEdit && (
            <div>
              <Button size="sm" onClick={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}>
                {t('companions.remove')}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {mayEdit && (
        <div className="row g8 wrap">
          <Button
            disabled={drafts.length === MAX_COMPANIONS}
            onClick={() =>
              setDrafts([
                ...drafts,
                { key: Math.max(-1, ...drafts.map(({ key }) => key)) + 1, nameZh: '', nameEn: '', isNeeded: false, resourceIds: [] },
              ])
            }
          >
            {t('companions.new')}
          </Button>
          <Button kind="primary" type="submit" disabled={!isComplete} isBusy={command.isPending}>
            {t('companions.save')}
          </Button>
        </div>
      )}
    </form>
  )
}
