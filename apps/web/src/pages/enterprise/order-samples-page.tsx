import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { sampleCountsOptions } from '../../features/order-samples/calls.ts'
import { SampleTable } from '../../features/order-samples/sample-table.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const VIEWS = ['to_send', 'on_the_way', 'held', 'due', 'ended', 'all'] as const

/** What has to be sent, where everything is, and what ends when. */
export function OrderSamplesPage() {
  const { t } = useTranslation('order-samples')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/e/samples' })
  const view = oneOf(search.view, VIEWS) ?? 'to_send'
  const counts = useQuery(sampleCountsOptions).data
  const countOf = { to_send: counts?.toSend, on_the_way: counts?.onTheWay, held: counts?.held, due: counts?.due }
  return (
    <>
      <PageHead
        title={t('list.titleClient')}
        beside={counts && <span className="t2">{t('list.headline', { toSend: counts.toSend, due: counts.due })}</span>}
      />
      <TabLinks
        label={t('list.tabs')}
        value={view}
        tabs={VIEWS.map((value) => ({ value, label: t(`list.view.${value}`), count: countOf[value as keyof typeof countOf] }))}
        linkOf={(value) => ({ to: '/e/samples', search: { ...search, view: value === 'to_send' ? undefined : value } })}
      />
      <div style={{ maxWidth: 360, marginBottom: 12 }}>
        <SearchField
          label={t('list.search')}
          value={search.q ?? ''}
          onChange={(q) => void navigate({ to: '/e/samples', search: { ...search, q: q || undefined }, replace: true })}
        />
      </div>
      <SampleTable side="client" filter={{ view, ...(search.q && { q: search.q }) }} />
    </>
  )
}
