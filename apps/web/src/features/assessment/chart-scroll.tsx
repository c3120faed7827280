import type { ReactNode } from 'react'

/** A picture that is wider than a phone: scrolled by finger, wheel and keyboard. */
export function ChartScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className="chart-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
