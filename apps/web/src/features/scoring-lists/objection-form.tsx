import type { PublicList } from '@jiju/scoring/contract/lists'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ownRunsOptions } from '../../lib/own-runs.ts'
import { activeOrganisation, useAccess, useMe } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { listEntries, placeObjection } from './calls.ts'

const WHOLE = ''

/** The door for objections while the notice runs: members in their organisation's name, citizens with name and contact. */
export function ObjectionForm({ list }: { list: PublicList }) {
  const { t } = useTranslation('scoring-lists')
  const format = useFormat()
  const organisation = activeOrganisation(useMe())
  const mayReadOwn = useAccess('scoring.own_points.read')
  const [enterpriseId, setEnterpriseId] = useState(WHOLE)
  const [other, setOther] = useState<{ id: string; name: string } | null>(null)
  const [claim, setClaim] = useState('')
  const [name, setName] = useState('')
  const [contact, setContact] = useState('')
  const place = useCommand({ run: placeObjection })
  // Whoever was left out objects to that: the own enterprise need not be on the list.
  const own = useQuery({ ...ownRunsOptions, enabled: mayReadOwn }).data?.enterprise ?? null
  const send = () =>
    place.mutate({
      id: list.id,
      body: {
        claim: claim.trim(),
        ...(enterpriseId !== WHOLE && { enterpriseId }),
        ...(!organisation && name.trim() && { objectorName: name.trim() }),
        ...(!organisation && contact.trim() && { contact: contact.trim() }),
      },
    })
  if (place.data)
    return (
      <Panel title={t('object.open')}>
        <div className="notice notice-ok" role="status">
          <div className="f1">
            <p className="b">{t('object.done', { number: place.data.number })}</p>
            <p>{t('object.due', { due: format.day(place.data.dueOn) })}</p>
            {place.data.code && (
              <>
                <p>
                  {t('object.code')} <strong className="mono">{place.data.code}</strong>
                </p>
                <p className="s">{t('object.codeHint')}</p>
              </>
            )}
          </div>
        </div>
      </Panel>
    )
  const fields: Record<string, string> = {
    '/claim': 'objection-claim',
    '/objectorName': 'objection-name',
    '/contact': 'objection-contact',
  }
  return (
    <Panel title={t('object.open')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <ProblemSummary error={place.error} idOf={(field) => fields[field]} />
        <p className="m t2">{t('object.lead')}</p>
        <SelectField
          label={t('object.about')}
          value={enterpriseId}
          onPick={setEnterpriseId}
          options={[
            { value: WHOLE, label: t('object.whole') },
            ...(own ? [{ value: own.id, label: t('object.ownOne', { name: own.name }) }] : []),
            ...(other && other.id !== own?.id ? [{ value: other.id, label: other.name }] : []),
          ]}
        />
        <Combobox
          label={t('object.find')}
          hint={t('object.findHint')}
          queryKey={`objectable ${list.id} ${list.edition}`}
          find={async (words, signal) => (await listEntries({ id: list.id, isPublic: true }, { words }, undefined, signal)).items}
          keyOf={(entry) => entry.enterpriseId}
          show={(entry) => (
            <>
              {entry.name} <span className="s t3">{entry.rank}</span>
            </>
          )}
          none={t('object.findNone')}
          onPick={({ enterpriseId: id, name: found }) => {
            setOther({ id, name: found })
            setEnterpriseId(id)
          }}
        />
        <TextArea
          id="objection-claim"
          label={t('object.claim')}
          hint={t('object.claimHint')}
          rows={4}
          maxLength={4000}
          value={claim}
          onChange={(event) => setClaim(event.target.value)}
        />
        {organisation ? (
          <p className="m t2">{t('object.asOrganisation', { name: organisation.name })}</p>
        ) : (
          <>
            <TextField
              id="objection-name"
              label={t('object.name')}
              autoComplete="name"
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <TextField
              id="objection-contact"
              label={t('object.contact')}
              maxLength={200}
              value={contact}
              onChange={(event) => setContact(event.target.value)}
            />
          </>
        )}
        <div>
          <Button kind="primary" type="submit" isBusy={place.isPending} disabled={claim.trim().length < 5}>
            {t('object.send')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
