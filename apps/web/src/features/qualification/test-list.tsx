import type { KnowledgeTest } from '@jiju/booking/contract/tests'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { testsOptions } from './calls.ts'

export function TestStateTag({ of }: { of: Pick<KnowledgeTest, 'isRetired' | 'isDraft' | 'publishedNumber'> }) {
  const { t } = useTranslation('qualification')
  if (of.isRetired) return <Tag>{t('test.state.retired')}</Tag>
  if (of.publishedNumber === null) return <Tag kind="warn">{t('test.state.draft')}</Tag>
  return <Tag kind={of.isDraft ? 'warn' : 'ok'}>{t(of.isDraft ? 'test.state.changed' : 'test.state.published')}</Tag>
}

/** The provider's tests of knowledge. */
export function TestList() {
  const { t } = useTranslation('qualification')
  const query = useQuery(testsOptions)
  const columns: Column<KnowledgeTest>[] = [
    {
      key: 'title',
      title: t('test.title'),
      cell: (row) => (
        <Link to="/p/tests/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
      ),
    },
    { key: 'questions', title: t('test.questions'), look: 'num', cell: (row) => row.questions.length },
    { key: 'grants', title: t('test.grants'), cell: (row) => (row.grantsLevel ? t(`levels.${row.grantsLevel}`) : t('test.onlyOpens')) },
    { key: 'passed', title: t('test.passedOf'), look: 'num', cell: (row) => `${row.passed} / ${row.attempts}` },
    { key: 'state', title: t('training.stateLabel'), cell: (row) => <TestStateTag of={row} /> },
  ]
  return (
    <QueryView query={query}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty
            title={t('test.none')}
            action={
              <ButtonLink kind="primary" to="/p/tests/$id" params={{ id: 'new' }}>
                {t('test.create')}
              </ButtonLink>
            }
          />
        ) : (
          <div className="panel">
            <DataTable caption={t('tabs.tests')} columns={columns} rows={rows} rowKey={(row) => row.id} />
          </div>
        )
      }
    </QueryView>
  )
}
