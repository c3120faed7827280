import type { StandardRef } from '@jiju/catalog/contract/standards'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { Tag, type TagKind } from '../../ui/tag.tsx'

const KIND: Record<StandardRef['status'], TagKind> = {
  active: 'ok',
  upcoming: 'accent',
  replaced: 'warn',
  withdrawn: 'bad',
  unconfirmed: 'plain',
}

export function StandardStatus({ status }: { status: StandardRef['status'] }) {
  const { t } = useTranslation('common')
  return <Tag kind={KIND[status]}>{t(`standardStatus.${status}`)}</Tag>
}

export function standardTitle(standard: { titleZh: string | null; titleEn: string | null }): string {
  const [first, second] = currentLanguage() === 'en' ? [standard.titleEn, standard.titleZh] : [standard.titleZh, standard.titleEn]
  return first ?? second ?? '—'
}

/** What replaces a standard, and from when. */
export function Successors({
  successors,
  replacedBy,
}: {
  successors: StandardRef['successors']
  replacedBy: (number: string, day: string | null) => string
}) {
  return successors.map((successor) => (
    <div key={successor.id} className="s">
      <Link to="/standards/$id" params={{ id: successor.id }}>
        {replacedBy(successor.number, successor.status === 'upcoming' ? successor.effectiveOn : null)}
      </Link>
    </div>
  ))
}
