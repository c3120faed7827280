import { SOURCES } from '@jiju/scoring/core/facts/sources'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { definitionOptions, editDefinition } from '../../features/scoring-facts/calls.ts'
import { LimitsPanel } from '../../features/scoring-facts/limits-panel.tsx'
import { RelationsTable } from '../../features/scoring-facts/relations-table.tsx'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { FACT_CERTAINTY, useFactNames } from '../../lib/use-fact-names.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Check, SelectField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones } from '../../ui/states.tsx'
import { CertaintyTag } from '../../ui/tag.tsx'

/** One fact: who may state it, and every rule of what is plausible with who set it, when and why. */
export function DefinitionPage() {
  const { t } = useTranslation('scoring-facts')
  const { code } = useParams({ from: '/work/o/facts/definitions/$code' })
  const mayWrite = useAccess('scoring.fact.write')
  const { nameOf, unitOf } = useFactNames()
  const [isEditing, setEditing] = useState(false)
  const query = useQuery(definitionOptions(code))
  return (
    <QueryView query={query} skeleton={<Bones rows={8} />} isPage>
      {({ definition, limits, relations }) => (
        <>
          <PageHead
            title={nameOf(code)}
            beside={<CertaintyTag certainty={FACT_CERTAINTY[definition.certainty]} />}
            line={`${t('definitions.code', { code })} · ${unitOf(code)} · ${t(`definitions.${definition.periodKind}`)}`}
            crumb={[{ label: t('definitions.title'), link: { to: '/o/facts/definitions' } }]}
          />
          <div className="stack">
            <Panel
              title={t('definitions.authority')}
              note={t('definitions.authorityNote')}
              extra={
                mayWrite && (
                  <Button size="sm" onClick={() => setEditing(true)}>
                    {t('definitions.edit')}
                  </Button>
                )
              }
            >
              <ol className="row g16 wrap">
                {definition.authority.map((source, place) => (
                  <li key={source}>
                    <span className="t3">{place + 1}</span> {t(`source.${source}`)}
                  </li>
                ))}
              </ol>
              {definition.needsConsent && <p className="s t3">{t('definitions.consent')}</p>}
            </Panel>
            <LimitsPanel code={code} unit={unitOf(code)} rules={limits} mayWrite={mayWrite} />
            <RelationsTable rules={relations} mayWrite={mayWrite} part={code} />
          </div>
          {isEditing && <Edit definition={definition} onClose={() => setEditing(false)} />}
        </>
      )}
    </QueryView>
  )
}

type Source = (typeof SOURCES)[number]
type Edited = {
  readonly code: string
  readonly authority: readonly Source[]
  readonly needsConsent: boolean
  readonly certainty: 'seen' | 'second_hand' | 'to_confirm'
  readonly version: number
}

function Edit({ definition, onClose }: { definition: Edited; onClose: () => void }) {
  const { t } = useTranslation('scoring-facts')
  const { nameOf } = useFactNames()
  const client = useQueryClient()
  const [authority, setAuthority] = useState<readonly Source[]>(definition.authority)
  const [needsConsent, setNeedsConsent] = useState(definition.needsConsent)
  const [certainty, setCertainty] = useState(definition.certainty)
  const save = useCommand({
    run: editDefinition,
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['facts'] })
    },
  })
  const others = SOURCES.filter((source) => !authority.includes(source))
  const up = (place: number) => {
    const next = [...authority]
    next.splice(place - 1, 0, ...next.splice(place, 1))
    setAuthority(next)
  }
  return (
    <Drawer
      title={t('definitions.editTitle', { fact: nameOf(definition.code) })}
      isOpen
      onClose={onClose}
      foot={
        <Button
          kind="primary"
          isBusy={save.isPending}
          onClick={() =>
            save.mutate({
              code: definition.code,
              version: definition.version,
              body: { authority: [...authority], needsConsent, certainty },
            })
          }
        >
          {t('enterprises.save')}
        </Button>
      }
    >
      <div className="stack">
        <ProblemSummary error={save.error} />
        <fieldset className="form-group">
          <legend className="field-label">{t('definitions.authority')}</legend>
          <ol className="line-list">
            {authority.map((source, place) => (
              <li key={source}>
                <span>
                  <span className="t3">{place + 1}</span> {t(`source.${source}`)}
                </span>
                <span className="row g8">
                  <Button size="sm" disabled={place === 0} onClick={() => up(place)}>
                    {t('definitions.up')}
                  </Button>
                  <Button
                    size="sm"
                    disabled={authority.length === 1}
                    onClick={() => setAuthority(authority.filter((each) => each !== source))}
                  >
                    {t('definitions.remove')}
                  </Button>
                </span>
              </li>
            ))}
          </ol>
          <SelectField
            label={t('definitions.addSource')}
            value=""
            options={[{ value: '', label: t('event.pick') }, ...others.map((value) => ({ value, label: t(`source.${value}`) }))]}
            onPick={(value) => value && setAuthority([...authority, value as Source])}
          />
        </fieldset>
        <Check isChecked={needsConsent} onChange={setNeedsConsent}>
          {t('definitions.consent')}
        </Check>
        <SelectField
          label={t('definitions.certainty')}
          value={certainty}
          options={(['seen', 'second_hand', 'to_confirm'] as const).map((value) => ({ value, label: t(`definitions.${value}`) }))}
          onPick={setCertainty}
        />
      </div>
    </Drawer>
  )
}
