import type { TalentService } from '@jiju/scoring/contract/talent'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { Tag } from '../../ui/tag.tsx'

/** What the talent system offers, by name and kind; it leads there where it has a page. */
export function ServiceTitle({ service: { address, title, kind } }: { service: Pick<TalentService, 'address' | 'title' | 'kind'> }) {
  const { t } = useTranslation('scoring-applications')
  const name = title[currentLanguage()]
  return (
    <>
      {address ? (
        <a href={address} target="_blank" rel="noreferrer">
          {name}
        </a>
      ) : (
        name
      )}{' '}
      <Tag kind="line">{t(`talent.serviceKind.${kind}`)}</Tag>
    </>
  )
}
