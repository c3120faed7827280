import type { FactImport } from '@jiju/scoring/contract/fact-imports'
import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/tag.tsx'

const KINDS = { uploaded: 'accent', checked: 'warn', applied: 'ok', failed: 'bad', cancelled: 'plain' } as const

/** Where an import stands; one whose writing was asked for is on its way. */
export function FactImportState({ row }: { row: FactImport }) {
  const { t } = useTranslation('scoring-facts')
  if (row.state === 'checked' && row.mode) return <Tag kind="accent">{t('imports.writing')}</Tag>
  return <Tag kind={KINDS[row.state]}>{t(`imports.${row.state}`)}</Tag>
}
