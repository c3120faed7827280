import type { QualificationMatrix } from '@jiju/booking/contract/qualifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../../lib/use-media.ts'
import { usePages } from '../../lib/use-pages.ts'
import { LoadMore } from '../../ui/data-table.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { Empty } from '../../ui/states.tsx'
import { loadMatrix, type MatrixConditions, matrixResourcesOptions } from './calls.ts'
import { useNameOf } from './names.ts'
import { PersonDrawer } from './person-drawer.tsx'
import { LevelTag } from './state-tag.tsx'
import './qualification.css'

type Person = QualificationMatrix['items'][number]
type Resource = QualificationMatrix['resources'][number]
type Open = { person: Person; resourceId: string | null }

/** People down, instruments across; a cell opens what the person holds there. */
export function Matrix({ conditions }: { conditions: MatrixConditions }) {
  const { t } = useTranslation('qualification')
  const isPhone = useIsPhone()
  const [open, setOpen] = useState<Open | null>(null)
  const { query, items, more } = usePages<Person>({
    queryKey: ['qualifications', 'matrix', conditions],
    load: (cursor, signal) => loadMatrix(conditions, cursor, signal),
  })
  const resources = (useQuery(matrixResourcesOptions).data ?? []).filter(({ id }) => !conditions.resourceId || id === conditions.resourceId)
  const isFiltered = Object.values(conditions).some(Boolean)
  return (
    <QueryView query={query}>
      {() => {
        if (items.length === 0)
          return <Empty title={t(isFiltered ? 'matrix.noneFiltered' : 'matrix.none')}>{isFiltered ? null : t('matrix.noneHint')}</Empty>
        const Layout = isPhone ? Cards : Table
        return (
          <>
            <Layout people={items} resources={resources} onOpen={setOpen} />
            <LoadMore {...more} />
            {open && <PersonDrawer {...open} onClose={() => setOpen(null)} />}
          </>
        )
      }}
    </QueryView>
  )
}

type LayoutProps = { people: readonly Person[]; resources: readonly Resource[]; onOpen: (open: Open) => void }

function Table({ people, resources, onOpen }: LayoutProps) {
  const { t } = useTranslation('qualification')
  const nameOf = useNameOf()
  return (
    <ScrollRegion className="panel matrix" label={t('matrix.caption')}>
      <table>
        <caption className="sr-only">{t('matrix.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('matrix.person')}</th>
            {resources.map((resource) => (
              <th key={resource.id} scope="col">
                {nameOf(resource)}
                <div className="s t3">{resource.level > 0 ? t('rule.needs', { level: resource.level }) : t('rule.asksNothing')}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.personId}>
              <th scope="row">
                <button type="button" className="link-btn" onClick={() => onOpen({ person, resourceId: null })}>
                  {person.personName}
                </button>
                <div className="s t3">{person.organisationName}</div>
              </th>
              {resources.map((resource) => (
                <td key={resource.id}>
                  <Cell person={person} resource={resource} onOpen={onOpen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Cell({ person, resource, onOpen }: { person: Person; resource: Resource; onOpen: LayoutProps['onOpen'] }) {
  const nameOf = useNameOf()
  const held = person.qualifications.filter((row) => row.resourceId === resource.id)
  if (held.length === 0) return <span className="t3">—</span>
  return (
    <button type="button" className="matrix-cell" onClick={() => onOpen({ person, resourceId: resource.id })}>
      <span className="sr-only">
        {person.personName} {nameOf(resource)}
      </span>
      {held.map((row) => (
        <LevelTag key={row.id} {...row} />
      ))}
    </button>
  )
}

function Cards({ people, onOpen }: LayoutProps) {
  const { t } = useTranslation('qualification')
  const nameOf = useNameOf()
  return (
    <ul className="cards" aria-label={t('matrix.caption')}>
      {people.map((person) => (
        <li key={person.personId} className="card-row matrix-card">
          <div className="b">
            {person.personName} <span className="s t3">{person.organisationName}</span>
          </div>
          <dl>
            {person.qualifications.map((row) => (
              <div key={row.id} style={{ display: 'contents' }}>
                <dt>{nameOf({ name: row.resourceName, nameEn: row.resourceNameEn })}</dt>
                <dd>
                  <LevelTag {...row} />
                </dd>
              </div>
            ))}
          </dl>
          <div className="card-actions">
            <button type="button" className="btn btn-sm" onClick={() => onOpen({ person, resourceId: null })}>
              {t('matrix.open')}
            </button>
          </div>
        </li>
      ))}
    </ul>
  )
}
