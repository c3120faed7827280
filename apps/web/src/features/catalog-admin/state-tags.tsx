import { useTranslation } from 'react-i18next'
import { Tag, type TagKind } from '../../ui/tag.tsx'
import type { Own } from './calls.ts'

const STATUS: Record<Own['status'], TagKind> = { draft: 'plain', in_review: 'warn', published: 'ok', retired: 'plain' }
const WORK: Record<Own['workState'], TagKind> = { none: 'plain', draft: 'line', in_review: 'warn', returned: 'bad' }

/** The public face, and beside it the working copy when there is one. */
export function ResourceStateTags({ resource }: { resource: Pick<Own, 'status' | 'workState'> }) {
  const { t } = useTranslation('editor')
  const { status, workState } = resource
  const showsWork = workState === 'returned' || (workState !== 'none' && (status === 'published' || status === 'retired'))
  return (
    <span className="row g6 wrap" style={{ display: 'inline-flex' }}>
      <Tag kind={STATUS[status]}>{t(`status.${status}`)}</Tag>
      {showsWork && <Tag kind={WORK[workState]}>{t(`workState.${workState}`)}</Tag>}
    </span>
  )
}
