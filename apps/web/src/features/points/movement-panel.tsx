import type { PointsMovement } from '@jiju/scoring/contract/own-points'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import css from './points.module.css'
import type { PointsText } from './use-points-text.ts'

const SHARES = ['own', 'peers', 'method'] as const
const NAMED = 3

/** Own facts, peers and method: three parts that sum to the change, each with what moved most in it. */
export function MovementPanel({ query, text }: { query: UseQueryResult<PointsMovement, Error>; text: PointsText }) {
  const { t } = useTranslation('points')
  const changed = query.data?.changedSteps
  return (
    <Panel
      title={typeof changed === 'number' ? t('movement.titleWith', { change: text.signed(changed) }) : t('movement.title')}
      note={t('movement.note')}
    >
      <QueryView query={query}>{(movement) => <Shares movement={movement} text={text} />}</QueryView>
    </Panel>
  )
}

function Shares({ movement, text }: { movement: PointsMovement; text: PointsText }) {
  const { t } = useTranslation('points')
  if (movement.kind !== 'stayed') return <p className="t2">{t(`movement.${movement.kind}`)}</p>
  const widest = Math.max(1, ...SHARES.map((share) => Math.abs(movement[share]?.steps ?? 0)))
  return (
    <>
      <dl className={css.shares}>
        {SHARES.map((name) => {
          const share = movement[name]
          const steps = share?.steps ?? null
          const width = (Math.abs(steps ?? 0) / widest) * 50
          return (
            <div key={name} className={css.share}>
              <dt>{t(`movement.${name}`)}</dt>
              <dd>
                <span className={css.track} aria-hidden="true">
                  <i className={css[name]} style={{ width: `${width}%`, left: (steps ?? 0) < 0 ? `${50 - width}%` : '50%' }} />
                </span>
                <b className={(steps ?? 0) > 0 ? 'ok' : (steps ?? 0) < 0 ? 'bad' : 't2'}>{text.signed(steps)}</b>
                <span className="s t3">{causesOf(share, text, t('movement.rest'))}</span>
                {share?.stageChange && (
                  <span className="s t3">
                    {t('movement.stage', { from: text.say(share.stageChange.from), to: text.say(share.stageChange.to) })}
                  </span>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      <div className={`row sb ${css.sum}`}>
        <span className="m">{t('movement.sum')}</span>
        <b className={(movement.changedSteps ?? 0) < 0 ? 'bad' : 'ok'}>{text.signed(movement.changedSteps)}</b>
      </div>
      <p className="s t3">{t('movement.how')}</p>
    </>
  )
}

/** The lines that moved most, and what all others come to: together the share. */
function causesOf(share: PointsMovement['own'], text: PointsText, rest: string): string {
  const moved = (share?.causes ?? []).filter(({ steps }) => steps !== 0)
  const named = moved.slice(0, NAMED)
  const others = moved.slice(NAMED).reduce((sum, { steps }) => sum + steps, 0)
  return [
    ...named.map(({ kind, code, steps }) => `${text.line(kind, code)} ${text.signed(steps)}`),
    ...(others === 0 ? [] : [`${rest} ${text.signed(others)}`]),
  ].join('，')
}
