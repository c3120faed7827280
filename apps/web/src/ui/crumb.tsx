import { Link, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

export type CrumbItem = { label: string; link?: LinkProps | undefined }

/** Where the page lies; the last item is the page itself. */
export function Crumb({ items }: { items: readonly CrumbItem[] }) {
  const { t } = useTranslation('common')
  return (
    <nav className="crumb" aria-label={t('crumb')}>
      <ol>
        {items.map((item, index) => (
          <li key={item.label} aria-current={index === items.length - 1 ? 'page' : undefined}>
            {item.link ? <Link {...item.link}>{item.label}</Link> : item.label}
          </li>
        ))}
      </ol>
    </nav>
  )
}
