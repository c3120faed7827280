import { Link, type LinkProps } from '@tanstack/react-router'
import './workspace.css'

type TabLink<Value extends string> = { readonly value: Value; readonly label: string; readonly count?: number | undefined }

/** Parts of a page as links: which one is open stands in the address (`?tab=`). */
export function TabLinks<Value extends string>({
  label,
  tabs,
  value,
  linkOf,
}: {
  label: string
  tabs: readonly TabLink<Value>[]
  value: Value
  linkOf: (value: Value) => LinkProps
}) {
  return (
    <nav className="tabs-line" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.value}
          {...linkOf(tab.value)}
          replace
          data-on={tab.value === value}
          aria-current={tab.value === value ? 'page' : undefined}
        >
          {tab.label}
          {tab.count !== undefined && tab.count > 0 && <span className="s t3"> {tab.count}</span>}
        </Link>
      ))}
    </nav>
  )
}
