import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { addPaper, ownObjectionOptions } from '../../features/scoring-lists/calls.ts'
import { ObjectionStateTag, ObjectionView } from '../../features/scoring-lists/objection-view.tsx'
import { useCommand } from '../../lib/use-command.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** An objection of the own organisation with its papers and its answer. */
export function OwnObjectionPage() {
  const { t } = useTranslation('scoring-lists')
  const { id } = useParams({ strict: false }) as { id: string }
  const client = useQueryClient()
  const send = useCommand({
    run: addPaper,
    onDone: (objection) => {
      client.setQueryData(ownObjectionOptions(id).queryKey, objection)
    },
  })
  return (
    <QueryView query={useQuery(ownObjectionOptions(id))} isPage>
      {(objection) => (
        <div className="narrow-page narrow-page-wide">
          <PageHead
            title={t('object.ownTitle', { number: objection.number })}
            beside={<ObjectionStateTag state={objection.state} />}
            crumb={[{ label: t('own.title'), link: { to: '/e/certificates' } }, { label: objection.number }]}
          />
          <Panel>
            <ProblemSummary error={send.error} />
            <ObjectionView
              objection={objection}
              isSending={send.isPending}
              onFile={(file) => send.mutate({ id, file })}
              paperLink={(fileId) => `/api/v1/scoring/own-objections/${id}/files/${fileId}`}
            />
          </Panel>
        </div>
      )}
    </QueryView>
  )
}
