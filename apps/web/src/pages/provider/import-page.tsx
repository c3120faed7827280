import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouterState, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type ImportRun, importOptions } from '../../features/catalog-admin/imports/calls.ts'
import { ImportRunView } from '../../features/catalog-admin/imports/import-run-view.tsx'
import { ImportStateTag } from '../../features/catalog-admin/imports/import-state-tag.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { useFormat } from '../../lib/use-format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** One import; the same page for a provider and for the operator. */
export function ImportPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(importOptions(id))
  return (
    <QueryView query={query} isPage>
      {(run) => <OneImport run={run} />}
    </QueryView>
  )
}

function OneImport({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const navigate = useNavigate()
  const isOperator = useRouterState({ select: ({ location }) => location.pathname.startsWith('/o/') })
  const search = useSearch({ strict: false }) as { show?: string }
  const show =
    oneOf(search.show, ['all', 'rejected', 'warned'] as const) ??
    ((run.rowsRejected ?? 0) > 0 ? 'rejected' : (run.rowsWarned ?? 0) > 0 ? 'warned' : 'all')
  const workspace = isOperator ? '/o/data/imports' : '/p/import'
  return (
    <>
      <PageHead
        crumb={[
          isOperator ? { label: t('titleOperator'), link: { to: '/o/data' } } : { label: t('title'), link: { to: '/p/import' } },
          { label: run.fileName },
        ]}
        title={run.fileName}
        beside={<ImportStateTag run={run} />}
        line={`${t(`format.${run.format}`)} · ${format.stamp(run.createdAt)}`}
      />
      <ImportRunView
        run={run}
        workspace={workspace}
        show={show}
        onShow={(next) => void navigate({ to: `${workspace}/$id`, params: { id: run.id }, search: { show: next }, replace: true })}
      />
    </>
  )
}
