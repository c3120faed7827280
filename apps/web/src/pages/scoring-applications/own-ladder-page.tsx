import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ownLadderOptions } from '../../features/scoring-applications/calls.ts'
import { LadderPanels } from '../../features/scoring-applications/ladder-panels.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** The own enterprise on the ladder. */
export function OwnLadderPage() {
  const { t } = useTranslation('scoring-applications')
  const query = useQuery(ownLadderOptions)
  return (
    <>
      <PageHead title={t('ladder.title')} line={t('ladder.lead')} />
      <QueryView query={query}>{(ladder) => <LadderPanels ladder={ladder} />}</QueryView>
    </>
  )
}
