import { useTranslation } from 'react-i18next'
import { Tag, type TagKind } from '../../../ui/tag.tsx'
import { type ImportRun, isRunning } from './calls.ts'

const LOOK: Record<ImportRun['state'], TagKind> = { uploaded: 'accent', checked: 'warn', applied: 'ok', failed: 'bad', cancelled: 'plain' }

export function ImportStateTag({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports')
  const isApplying = run.state === 'checked' && isRunning(run)
  return <Tag kind={isApplying ? 'accent' : LOOK[run.state]}>{isApplying ? t('state.applying') : t(`state.${run.state}`)}</Tag>
}
