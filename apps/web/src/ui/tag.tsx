import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

export type TagKind = 'plain' | 'ok' | 'warn' | 'bad' | 'accent' | 'line'

export function Tag({
  kind = 'plain',
  children,
  onRemove,
  removeLabel,
}: {
  kind?: TagKind
  children: ReactNode
  onRemove?: () => void
  removeLabel?: string
}) {
  return (
    <span className={kind === 'plain' ? 'tag' : `tag tag-${kind}`}>
      {children}
      {onRemove && (
        <button type="button" onClick={onRemove} aria-label={removeLabel}>
          <Icon name="close" size={12} />
        </button>
      )}
    </span>
  )
}

/** The mark of a fact that is not verified at its source. Nothing is shown for a verified one. */
export function CertaintyTag({ certainty }: { certainty: 'verified' | 'secondary' | 'unconfirmed' }) {
  const { t } = useTranslation('common')
  if (certainty === 'verified') return null
  return certainty === 'secondary' ? (
    <span className="certainty" title={t('certainty.secondaryHint')}>
      {t('certainty.secondary')}
    </span>
  ) : (
    <span className="certainty certainty-unconfirmed" title={t('certainty.unconfirmedHint')}>
      {t('certainty.unconfirmed')}
    </span>
  )
}
