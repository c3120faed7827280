import { QUALIFICATION_STATES } from '@jiju/booking/core/qualification/levels'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lossesOptions, matrixResourcesOptions } from '../../features/qualification/calls.ts'
import { GrantDrawer } from '../../features/qualification/grant-dialog.tsx'
import { Losses } from '../../features/qualification/losses.tsx'
import { Matrix } from '../../features/qualification/matrix.tsx'
import { useNameOf } from '../../features/qualification/names.ts'
import { RecognitionRules } from '../../features/qualification/recognition-rules.tsx'
import { RuleList } from '../../features/qualification/rule-list.tsx'
import { SharedPassports } from '../../features/qualification/shared-passports.tsx'
import { TestList } from '../../features/qualification/test-list.tsx'
import { one, oneOf } from '../../lib/search-params.ts'
import { useAccess } from '../../lib/session.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['people', 'losses', 'rules', 'tests', 'passports'] as const
const FOR_DECIDERS: readonly string[] = ['tests', 'passports']

/** Who may run what alone: people and instruments, bookings that lost their ground, levels, tests, passports. */
export function QualificationsPage() {
  const { t } = useTranslation('qualification')
  const search = useSearch({ from: '/work/p/qualifications' })
  const mayGrant = useAccess('booking.qualification.grant')
  const [isGranting, setGranting] = useState(false)
  const losses = useQuery(lossesOptions).data?.length
  const tabs = TABS.filter((value) => mayGrant || !FOR_DECIDERS.includes(value))
  const tab = oneOf(search.tab, tabs) ?? 'people'
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <>
            <ButtonLink to="/p/trainings">{t('training.caption')}</ButtonLink>
            {mayGrant && tab === 'tests' && (
              <ButtonLink kind="primary" to="/p/tests/$id" params={{ id: 'new' }}>
                {t('test.create')}
              </ButtonLink>
            )}
            {mayGrant && tab === 'people' && (
              <Button kind="primary" onClick={() => setGranting(true)}>
                {t('grant.title')}
              </Button>
            )}
          </>
        }
      />
      <TabLinks
        label={t('tabs.label')}
        value={tab}
        tabs={tabs.map((value) => ({ value, label: t(`tabs.${value}`), count: value === 'losses' ? losses : undefined }))}
        linkOf={(value) => ({ to: '/p/qualifications', search: value === 'people' ? {} : { tab: value } })}
      />
      {tab === 'people' && <People />}
      {tab === 'losses' && <Losses />}
      {tab === 'rules' && <RuleList />}
      {tab === 'tests' && <TestList />}
      {tab === 'passports' && (
        <div className="two-columns">
          <SharedPassports />
          <RecognitionRules />
        </div>
      )}
      {isGranting && <GrantDrawer start={{}} onClose={() => setGranting(false)} />}
    </>
  )
}

function People() {
  const { t } = useTranslation('qualification')
  const nameOf = useNameOf()
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/p/qualifications' })
  const resources = useQuery(matrixResourcesOptions).data ?? []
  const q = one(search.q)
  const resourceId = one(search.resource)
  const state = oneOf(search.state, QUALIFICATION_STATES)
  const go = (change: Partial<typeof search>) => void navigate({ to: '/p/qualifications', search: { ...search, ...change }, replace: true })
  return (
    <div className="stack">
      <div className="filters">
        <SearchField label={t('matrix.find')} value={q ?? ''} onChange={(text) => go({ q: text || undefined })} />
        <SelectField
          label={t('instrument')}
          isLabelHidden
          value={resourceId ?? ''}
          options={[{ value: '', label: t('matrix.allInstruments') }, ...resources.map((row) => ({ value: row.id, label: nameOf(row) }))]}
          onPick={(value) => go({ resource: value || undefined })}
        />
        <SelectField
          label={t('matrix.state')}
          isLabelHidden
          value={state ?? ''}
          options={[
            { value: '', label: t('matrix.allStates') },
            ...QUALIFICATION_STATES.map((value) => ({ value: value as string, label: t(`state.${value}`) })),
          ]}
          onPick={(value) => go({ state: value || undefined })}
        />
      </div>
      <Matrix conditions={{ ...(q ? { q } : {}), ...(resourceId ? { resourceId } : {}), ...(state ? { state } : {}) }} />
    </div>
  )
}
