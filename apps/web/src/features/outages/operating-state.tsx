import type { OperatingState as State } from '@jiju/booking/contract/faults'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Tag } from '../../ui/tag.tsx'
import { operatingStateOptions } from './calls.ts'
import './outages.css'

const KINDS = { usable: 'ok', limited: 'warn', down: 'bad' } as const

/** What limits the use of an instrument now; `children` say what the catalogue says while nothing does. */
export function OperatingTag({ resourceId, children }: { resourceId: string; children: ReactNode }) {
  const { t } = useTranslation('outages')
  const { data: state } = useQuery(operatingStateOptions(resourceId))
  return state && state.state !== 'usable' ? <Tag kind={KINDS[state.state]}>{t(`public.${state.state}`)}</Tag> : children
}

/** Whether the instrument can be used now, when it is back, and until when it is calibrated; with the way to report a fault. */
export function OperatingStatePanel({ resourceId, zone }: { resourceId: string; zone?: string | undefined }) {
  const { t } = useTranslation('outages')
  const format = useFormat()
  const mayReport = useAccess('booking.fault.report')
  const { data: state } = useQuery(operatingStateOptions(resourceId))
  if (!state) return null
  return (
    <Panel
      title={t('public.title')}
      note={t('public.asOf', { time: format.stamp(state.asOf, zone) })}
      extra={
        mayReport && (
          <ButtonLink size="sm" to="/faults/new" search={{ resource: resourceId }}>
            {t('public.report')}
          </ButtonLink>
        )
      }
    >
      <div className="stack">
        <div className="state-line">
          <Tag kind={KINDS[state.state]}>{t(`public.${state.state}`)}</Tag>
          {state.reason && <span>{state.reason}</span>}
          {state.expectedUntil ? (
            <span className="t2">{t('public.until', { time: format.instant(state.expectedUntil, zone) })}</span>
          ) : (
            state.since && <span className="t2">{t('public.since', { time: format.instant(state.since, zone) })}</span>
          )}
        </div>
        {state.nextPlanned && (
          <p className="m t2">
            {t('public.next', {
              time: format.range(state.nextPlanned.start, state.nextPlanned.end, zone),
              reason: state.nextPlanned.reason,
            })}
          </p>
        )}
        <CalibrationLine calibration={state.calibration} />
      </div>
    </Panel>
  )
}

function CalibrationLine({ calibration }: { calibration: State['calibration'] }) {
  const { t } = useTranslation('outages')
  if (calibration.dueOn === null) return null
  const isOverdue = calibration.state === 'overdue'
  const keys = isOverdue ? (['public.overdue', 'public.overdueBlocks'] as const) : (['public.calibration', 'public.blocksAfter'] as const)
  const key = keys[calibration.blocksWhenOverdue ? 1 : 0]
  return (
    <p className="m">
      {isOverdue || calibration.state === 'due_soon' ? (
        <Tag kind={isOverdue ? 'bad' : 'warn'}>{t(`calibration.state.${calibration.state}`)}</Tag>
      ) : null}{' '}
      <span className="t2">{t(key, { day: calibration.dueOn })}</span>
    </p>
  )
}
