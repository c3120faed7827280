import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { sampleCountsOptions, storagePlacesOptions } from '../../features/order-samples/calls.ts'
import { CodeField } from '../../features/order-samples/code-field.tsx'
import { SampleTable } from '../../features/order-samples/sample-table.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { useAccess } from '../../lib/session.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const VIEWS = ['on_the_way', 'to_send', 'offered', 'own', 'held', 'due', 'ended', 'all'] as const

/** The samples of a provider: what comes, what waits for the reader, where everything lies, and what has to leave. */
export function ProviderSamplesPage() {
  const { t } = useTranslation('order-samples')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/p/samples' })
  const mayWork = useAccess('orders.sample.work')
  const view = oneOf(search.view, VIEWS) ?? 'on_the_way'
  const counts = useQuery(sampleCountsOptions).data
  const places = useQuery({ ...storagePlacesOptions, enabled: mayWork }).data?.items ?? []
  const countOf = {
    to_send: counts?.toSend,
    on_the_way: counts?.onTheWay,
    offered: counts?.offered,
    held: counts?.held,
    due: counts?.due,
  }
  const labelOf = (value: (typeof VIEWS)[number]) =>
    value === 'to_send' || value === 'on_the_way' ? t(`list.viewProvider.${value}`) : t(`list.view.${value}`)
  const go = (change: Record<string, string | undefined>) =>
    void navigate({ to: '/p/samples', search: { ...search, ...change }, replace: true })
  return (
    <>
      <PageHead
        title={t('list.titleProvider')}
        beside={
          counts && (
            <span className="t2">{t('list.headlineProvider', { onTheWay: counts.onTheWay, held: counts.held, due: counts.due })}</span>
          )
        }
        actions={mayWork && <ButtonLink to="/p/samples/places">{t('list.places')}</ButtonLink>}
      />
      <div className="stack">
        <Panel>
          <CodeField />
        </Panel>
        <div>
          <TabLinks
            label={t('list.tabs')}
            value={view}
            tabs={VIEWS.map((value) => ({ value, label: labelOf(value), count: countOf[value as keyof typeof countOf] }))}
            linkOf={(value) => ({ to: '/p/samples', search: { ...search, view: value === 'on_the_way' ? undefined : value } })}
          />
          <div className="filters">
            <SearchField label={t('list.search')} value={search.q ?? ''} onChange={(q) => go({ q: q || undefined })} />
            {places.length > 0 && (
              <SelectField
                label={t('list.place')}
                isLabelHidden
                value={search.place ?? ''}
                options={[{ value: '', label: t('list.anyPlace') }, ...places.map(({ id, name }) => ({ value: id, label: name }))]}
                onPick={(place) => go({ place: place || undefined })}
              />
            )}
          </div>
          <SampleTable
            side="provider"
            filter={{ view, ...(search.q && { q: search.q }), ...(search.place && { placeId: search.place }) }}
          />
        </div>
      </div>
    </>
  )
}
