import type { ScoringRun } from '@jiju/scoring/contract/runs'
import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/tag.tsx'
import { isCancelled } from './run-progress.tsx'

const LOOK = { queued: 'plain', running: 'accent', done: 'ok', failed: 'bad' } as const

export function RunState({ run }: { run: ScoringRun }) {
  const { t } = useTranslation('scoring-lists')
  if (isCancelled(run)) return <Tag>{t('runs.cancelled')}</Tag>
  return <Tag kind={LOOK[run.state]}>{t(`runs.${run.state}`, { percent: run.progressPercent })}</Tag>
}
