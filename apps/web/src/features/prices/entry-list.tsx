import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import styles from './prices.module.css'

/** Entries of one kind, each a row of fields; added at the end and removed by its own button. */
export function EntryList<Entry>({
  title,
  hint,
  add,
  entries,
  fresh,
  onChange,
  children,
}: {
  title: string
  hint: string
  add: string
  entries: readonly Entry[]
  /** What a new entry starts as. */
  fresh: Entry
  onChange: (entries: readonly Entry[]) => void
  children: (entry: Entry, at: number, change: (part: Partial<Entry>) => void) => ReactNode
}) {
  const { t } = useTranslation('prices')
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.rows}>
      <div className="row g8 base wrap">
        <h3 className="field-label" id={id}>
          {title}
        </h3>
        <span className="s t3 f1">{hint}</span>
        <Button size="sm" onClick={() => onChange([...entries, fresh])}>
          {add}
        </Button>
      </div>
      {entries.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no other name than its place.
        <div key={at} className={styles.entry}>
          {children(entry, at, (part) => onChange(entries.map((each, index) => (index === at ? { ...each, ...part } : each))))}
          <Button size="sm" kind="text" onClick={() => onChange(entries.filter((_, index) => index !== at))}>
            {t('form.remove', { title, number: at + 1 })}
          </Button>
        </div>
      ))}
    </section>
  )
}
