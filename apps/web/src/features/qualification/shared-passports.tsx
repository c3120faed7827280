import type { SharedPassport } from '@jiju/booking/contract/passports'
import type { Qualification } from '@jiju/booking/contract/qualifications'
import type { Level } from '@jiju/booking/core/qualification/levels'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { listSharedPassports } from './calls.ts'
import { GrantDrawer } from './grant-dialog.tsx'
import { useNameOf } from './names.ts'
import { LevelTag } from './state-tag.tsx'
import { Validity } from './validity.tsx'

type Recognised = { passport: SharedPassport; of: Qualification }

/** Passports that people share with the provider; each level can be recognised. */
export function SharedPassports() {
  const { t } = useTranslation('qualification')
  const format = useFormat()
  const [recognised, setRecognised] = useState<Recognised | null>(null)
  const { query, items, more } = usePages<SharedPassport>({ queryKey: ['passport', 'shared'], load: listSharedPassports })
  return (
    <QueryView query={query}>
      {() => (
        <div className="stack">
          {items.length === 0 && <Empty title={t('shared.none')}>{t('shared.noneHint')}</Empty>}
          {items.map((passport) => (
            <Panel
              key={passport.shareId}
              title={[passport.personName, passport.organisationName].filter(Boolean).join(' · ')}
              note={t('share.since', { time: format.instant(passport.sharedAt) })}
              isFlush
            >
              {passport.items.length === 0 ? (
                <p className="panel-body t2">{t('shared.empty')}</p>
              ) : (
                <Levels passport={passport} onRecognise={(of) => setRecognised({ passport, of })} />
              )}
            </Panel>
          ))}
          <LoadMore {...more} />
          {recognised && (
            <GrantDrawer
              start={{
                person: {
                  id: recognised.passport.personId,
                  name: recognised.passport.personName,
                  organisationName: recognised.passport.organisationName,
                },
                level: recognised.of.level as Level,
                recognisedId: recognised.of.id,
              }}
              onClose={() => setRecognised(null)}
            />
          )}
        </div>
      )}
    </QueryView>
  )
}

function Levels({ passport, onRecognise }: { passport: SharedPassport; onRecognise: (of: Qualification) => void }) {
  const { t } = useTranslation('qualification')
  const nameOf = useNameOf()
  const columns: Column<Qualification>[] = [
    { key: 'instrument', title: t('instrument'), cell: (row) => nameOf({ name: row.resourceName, nameEn: row.resourceNameEn }) },
    { key: 'provider', title: t('provider'), cell: (row) => row.providerName },
    { key: 'level', title: t('level'), cell: (row) => <LevelTag {...row} /> },
    { key: 'until', title: t('validity.label'), cell: (row) => <Validity of={row} /> },
    { key: 'ground', title: t('ground.label'), cell: (row) => t(`ground.${row.ground}`) },
    {
      key: 'act',
      title: t('shared.act'),
      look: 'action',
      cell: (row) =>
        (row.state === 'valid' || row.state === 'expiring') && (
          <Button size="sm" onClick={() => onRecognise(row)}>
            {t('shared.recognise')}
          </Button>
        ),
    },
  ]
  return <DataTable caption={passport.personName} columns={columns} rows={passport.items} rowKey={(row) => row.id} />
}
