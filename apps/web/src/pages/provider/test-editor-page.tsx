import type { KnowledgeTest } from '@jiju/booking/contract/tests'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { publishTest, retireTest, testOptions } from '../../features/qualification/calls.ts'
import { TestForm } from '../../features/qualification/test-form.tsx'
import { TestStateTag } from '../../features/qualification/test-list.tsx'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { toast } from '../../ui/toast.tsx'

/** Writes a test of knowledge; what is published changes only by a new version. */
export function TestEditorPage() {
  const { id } = useParams({ from: '/work/p/tests/$id' })
  return id === 'new' ? <Editor test={null} /> : <Existing id={id} />
}

function Existing({ id }: { id: string }) {
  const query = useQuery(testOptions(id))
  return (
    <QueryView query={query} isPage>
      {(test) => <Editor key={`${test.id}.${test.version}`} test={test} />}
    </QueryView>
  )
}

function Editor({ test }: { test: KnowledgeTest | null }) {
  const { t } = useTranslation('qualification')
  const navigate = useNavigate()
  const client = useQueryClient()
  const renew = () => client.invalidateQueries({ queryKey: ['tests'] })
  const publish = useCommand({
    run: publishTest,
    onDone: async () => {
      toast(t('test.published'))
      await renew()
    },
  })
  const retire = useCommand({
    run: retireTest,
    onDone: async () => {
      toast(t('test.retired'))
      await renew()
    },
  })
  const title = test?.title ?? t('test.create')
  return (
    <>
      <PageHead
        crumb={[{ label: t('tabs.tests'), link: { to: '/p/qualifications', search: { tab: 'tests' } } }, { label: title }]}
        title={title}
        beside={test && <TestStateTag of={test} />}
        line={test && t('test.versionLine', { number: test.number, attempts: test.attempts, passed: test.passed })}
        actions={
          test && (
            <>
              {!test.isRetired && test.publishedNumber !== null && (
                <Button isBusy={retire.isPending} onClick={() => retire.mutate({ target: test })}>
                  {t('test.retire')}
                </Button>
              )}
              {test.isDraft && (
                <Button kind="primary" isBusy={publish.isPending} onClick={() => publish.mutate({ target: test })}>
                  {t('test.publish')}
                </Button>
              )}
            </>
          )
        }
      />
      <div className="stack">
        <ProblemSummary error={publish.error ?? retire.error} />
        {test && !test.isDraft && <p className="notice">{t('test.newVersion')}</p>}
        <TestForm
          test={test}
          onDone={async (saved) => {
            await renew()
            await navigate({ to: '/p/tests/$id', params: { id: saved.id }, replace: true })
          }}
        />
      </div>
    </>
  )
}
