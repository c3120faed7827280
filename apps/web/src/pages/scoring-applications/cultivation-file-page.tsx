import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { fileOptions, overviewOptions } from '../../features/scoring-applications/calls.ts'
import { FilePanels } from '../../features/scoring-applications/file-panels.tsx'
import { LadderPanels } from '../../features/scoring-applications/ladder-panels.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** An enterprise on the ladder, and what the office keeps about it. */
export function CultivationFilePage() {
  const { t } = useTranslation('scoring-applications')
  const { enterpriseId } = useParams({ from: '/work/o/cultivation/$enterpriseId' })
  const query = useQuery(fileOptions(enterpriseId))
  const overview = useQuery(overviewOptions)
  return (
    <QueryView query={query} isPage>
      {(file) => (
        <div className="stack">
          <PageHead
            crumb={[
              { label: t('cultivation.title'), link: { to: '/o/cultivation' } },
              { label: file.ladder.shortName ?? file.ladder.name },
            ]}
            title={file.ladder.name}
            line={file.ladder.creditCode}
          />
          <LadderPanels ladder={file.ladder} />
          <FilePanels key={enterpriseId} file={file} lists={overview.data?.watchLists ?? []} />
        </div>
      )}
    </QueryView>
  )
}
