import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import type { TimelineItem, TimelineTexts } from './timeline/timeline-model.ts'
import './timeline/timeline.css'

type Entry = { readonly key: string; readonly start: Date; readonly end: Date; readonly item?: TimelineItem }

/** One day of one resource as a list: what is taken and what is free, in the order of the clock. */
export function PhoneDay({
  items,
  free,
  isOpen,
  zone,
  texts,
  onOpen,
  onChoose,
}: {
  items: readonly TimelineItem[]
  free: readonly { readonly start: Date; readonly end: Date }[]
  isOpen: boolean
  zone: string
  texts: TimelineTexts
  onOpen: (item: TimelineItem) => void
  onChoose: (range: { start: Date; end: Date }) => void
}) {
  const { t } = useTranslation('calendar')
  const format = useFormat()
  const entries: Entry[] = [
    ...items.map((item) => ({ key: item.id, start: item.start, end: item.end, item })),
    ...free.map((range) => ({ key: range.start.toISOString(), ...range })),
  ].sort((a, b) => a.start.getTime() - b.start.getTime())
  if (entries.length === 0) return <p className="state-inline state t2">{isOpen ? t('list.empty') : t('phone.closed')}</p>
  return (
    <ul className="tl-phone">
      {entries.map(({ key, start, end, item }) => (
        <li key={key}>
          <span className="f1">
            <span className="b">
              {format.time(start, zone)}—{format.time(end, zone)}
            </span>
            <span className={item ? 's t2' : 's ok'} style={{ display: 'block' }}>
              {item
                ? `${item.label} · ${texts.state(item.state)}`
                : t('phone.free', { range: format.hours((end.getTime() - start.getTime()) / 60_000) })}
            </span>
          </span>
          {item ? (
            <Button size="sm" onClick={() => onOpen(item)}>
              {t('list.open')}
            </Button>
          ) : (
            <Button size="sm" kind="primary" onClick={() => onChoose({ start, end })}>
              {t('phone.book')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
