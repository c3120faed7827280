import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverClock } from '../lib/clock.ts'
import { useFormat } from '../lib/use-format.ts'
import { Icon } from './icon.tsx'

/** Milliseconds until an instant by the server's clock, renewed each second. */
export function useRemaining(until: string): number {
  const [left, setLeft] = useState(() => Date.parse(until) - serverClock.now().getTime())
  useEffect(() => {
    const tick = () => setLeft(Date.parse(until) - serverClock.now().getTime())
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [until])
  return Math.max(0, left)
}

/** Remaining time of a hold. The last two minutes are announced once. */
export function Countdown({
  until,
  children,
  onEnd,
  action,
}: {
  until: string
  children: ReactNode
  onEnd?: () => void
  action?: ReactNode
}) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const left = useRemaining(until)
  const isOver = left === 0
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    if (isOver) end.current?.()
  }, [isOver])
  return (
    <div className="countdown">
      <span className="row g6">
        <Icon name="clock" /> <span>{children}</span>
      </span>
      <span className="row g8">
        <strong role="timer" aria-live="off">
          {format.countdown(left)}
        </strong>
        {action}
      </span>
      <span className="sr-only" role="alert">
        {left > 0 && left <= 120_000 ? t('holdEnding') : ''}
      </span>
    </div>
  )
}
