import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listOptions } from '../../features/scoring-lists/calls.ts'
import { DraftForm } from '../../features/scoring-lists/draft-form.tsx'
import { officialRunsOptions } from '../../features/scoring-lists/run-calls.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'

/** A new list, or a draft that is changed. */
export function DraftPage() {
  const { t } = useTranslation('scoring-lists')
  const { id } = useParams({ strict: false }) as { id?: string }
  const runs = useQuery(officialRunsOptions)
  const list = useQuery({ ...listOptions(id ?? ''), enabled: id !== undefined })
  return (
    <>
      <PageHead
        title={t(id ? 'draft.editTitle' : 'draft.title')}
        crumb={[{ label: t('office.title'), link: { to: '/o/lists' } }, { label: t('draft.title') }]}
      />
      <QueryView query={runs} isPage>
        {(items) => {
          if (items.length === 0) return <Empty title={t('draft.noRuns')} />
          if (!id) return <DraftForm runs={items} list={null} />
          return (
            <QueryView query={list} isPage>
              {(found) => <DraftForm runs={items} list={found} />}
            </QueryView>
          )
        }}
      </QueryView>
    </>
  )
}
