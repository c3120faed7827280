import type { Passport } from '@jiju/booking/contract/passports'
import type { Qualification } from '@jiju/booking/contract/qualifications'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { passportOptions } from '../../features/qualification/calls.ts'
import { useNameOf } from '../../features/qualification/names.ts'
import { SharePanel } from '../../features/qualification/share-panel.tsx'
import { LevelTag } from '../../features/qualification/state-tag.tsx'
import { Validity } from '../../features/qualification/validity.tsx'
import { useFormat } from '../../lib/use-format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'

/** What one may run alone, at every provider, and who may read it. */
export function PassportPage() {
  const { t } = useTranslation('qualification')
  const query = useQuery(passportOptions)
  return (
    <>
      <PageHead
        title={t('passport.title')}
        line={t('passport.line')}
        actions={<ButtonLink to="/trainings">{t('training.caption')}</ButtonLink>}
      />
      <QueryView query={query}>
        {(passport) => (
          <div className="two-columns">
            <div className="stack">
              <Panel title={t('passport.held')} isFlush>
                {passport.items.length === 0 ? (
                  <Empty title={t('passport.none')}>{t('passport.noneHint')}</Empty>
                ) : (
                  <Held items={passport.items} />
                )}
              </Panel>
              {passport.tests.length > 0 && <Tests tests={passport.tests} />}
            </div>
            <SharePanel shares={passport.shares} />
          </div>
        )}
      </QueryView>
    </>
  )
}

function Held({ items }: { items: readonly Qualification[] }) {
  const { t } = useTranslation('qualification')
  const nameOf = useNameOf()
  const columns: Column<Qualification>[] = [
    {
      key: 'instrument',
      title: t('instrument'),
      cell: (row) => (
        <Link to="/resources/$id" params={{ id: row.resourceId }}>
          {nameOf({ name: row.resourceName, nameEn: row.resourceNameEn })}
        </Link>
      ),
    },
    { key: 'provider', title: t('provider'), cell: (row) => row.providerName },
    { key: 'level', title: t('level'), cell: (row) => <LevelTag {...row} /> },
    { key: 'until', title: t('validity.label'), cell: (row) => <Validity of={row} /> },
    { key: 'ground', title: t('ground.label'), cell: (row) => t(`ground.${row.ground}`) },
  ]
  return <DataTable caption={t('passport.held')} columns={columns} rows={items} rowKey={(row) => row.id} />
}

function Tests({ tests }: { tests: Passport['tests'] }) {
  const { t } = useTranslation('qualification')
  const format = useFormat()
  return (
    <Panel title={t('passport.tests')}>
      <ul className="line-list">
        {tests.map((test) => (
          <li key={test.testId}>
            <span className="f1">
              {test.title} <span className="s t3">{test.providerName}</span>
            </span>
            <span className="s t3">{format.instant(test.passedAt)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
