import type { AskQuote } from '@jiju/booking/contract/reservations'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { PriceLines } from '../../ui/price-lines.tsx'
import { quoteOptions } from './calls.ts'

/** Price and broken rules of a wish while it is being typed, with the nearest times that can be had. */
export function QuotePreview({
  wish,
  zone,
  isPriced,
  onPickTime,
}: {
  wish: AskQuote
  zone: string
  isPriced: boolean
  onPickTime: (slot: { start: string; end: string }) => void
}) {
  const { t } = useTranslation('calendar')
  const format = useFormat()
  const asked = useSettled(wish, 250)
  const query = useQuery({ ...quoteOptions(asked), placeholderData: keepPreviousData })
  const quote = query.data
  if (!quote) return null
  return (
    <div className={query.isPlaceholderData ? 'stack stale' : 'stack'} aria-live="polite">
      {(quote.problems.length > 0 || !quote.isFree) && (
        <div className="notice notice-warn" style={{ flexDirection: 'column' }}>
          {quote.problems.length === 0 && <span>{t('chooser.taken')}</span>}
          <ul>
            {quote.problems.map((problem) => (
              <li key={problem.code}>{problem.message}</li>
            ))}
          </ul>
          {quote.alternatives.length > 0 && (
            <>
              <span className="s t2">{t('chooser.alternatives')}</span>
              <div className="row g8 wrap">
                {quote.alternatives.map((slot) => (
                  <Button key={slot.start} size="sm" onClick={() => onPickTime(slot)}>
                    {format.range(slot.start, slot.end, zone)}
                  </Button>
                ))}
              </div>
            </>
          )}
        </div>
      )}
      {isPriced && quote.price && (
        <div className="panel panel-body">
          <div className="h3">{t('chooser.quote')}</div>
          <PriceLines price={quote.price} />
        </div>
      )}
      {isPriced && !quote.price && <p className="t3 s">{t('chooser.noPrice')}</p>}
    </div>
  )
}

function useSettled<Value>(value: Value, delayMs: number): Value {
  const text = JSON.stringify(value)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), delayMs)
    return () => clearTimeout(timer)
  }, [text, delayMs])
  return JSON.parse(settled) as Value
}
