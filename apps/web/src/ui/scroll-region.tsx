import type { ReactNode } from 'react'

/** What scrolls inside a page: a wide table, a long list, a picture. Reached and scrolled by the keyboard, and named for who hears it. */
export function ScrollRegion({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
