import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import '../ui/workspace.css'
import { InboxCount } from './inbox-count.tsx'
import type { NavEntry } from './workspace-nav.ts'

/** The pages that share one entry of the menu, above each of them. */
export function SectionLinks({ entry, pathname }: { entry: NavEntry; pathname: string }) {
  const { t } = useTranslation('workspace')
  const parts = entry.parts ?? []
  if (parts.length < 2) return null
  return (
    <nav className="tabs-line no-print" aria-label={t(entry.text)}>
      {parts.map(({ to, text, count }) => (
        <Link key={to} to={to} data-on={pathname === to} aria-current={pathname === to ? 'page' : undefined}>
          {t(text)}
          {count && <InboxCount of={count} />}
        </Link>
      ))}
    </nav>
  )
}
