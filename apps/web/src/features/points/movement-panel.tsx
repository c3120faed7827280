import type { PointsMovement } from '@jiju/scoring/contract/own-points'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import type { Points } from './calls.ts'
import css from './points.module.css'
import type { PointsText } from './use-points-text.ts'

const SHARES = ['own', 'peers', 'method'] as const
const NAMED = 3

type MovementPanelProps = { query: UseQueryResult<PointsMovement, Error>; run: Points['run']; text: PointsText }

/** Own facts, peers and method: three parts that sum to the change, each with what moved most in it. */
export function MovementPanel({ query, run, text }: MovementPanelProps) {
  const { t } = useTranslation('points')
  const changed = query.data?.changedSteps
  return (
    <Panel
      title={typeof changed === 'number' ? t('movement.titleWith', { change: text.signed(changed) }) : t('movement.title')}
      note={t('movement.note')}
    >
      <QueryView query={query}>{(movement) => <Shares movement={movement} run={run} text={text} />}</QueryView>
    </Panel>
  )
}

function Shares({ movement, run, text }: Omit<MovementPanelProps, 'query'> & { movement: PointsMovement }) {
  const { t } = useTranslation('points')
  const format = useFormat()
  if (movement.kind !== 'stayed') return <p className="t2">{t(`movement.${movement.kind}`)}</p>
  if (movement.changedSteps === null) return <p className="t2">{t('movement.unscored')}</p>
  const { from, peersBefore } = movement
  const grounds = {
    own: null,
    peers:
      peersBefore === null || run.stageCount === null || peersBefore === run.stageCount
        ? null
        : t('movement.count', {
            stage: text.say(run.stageName),
            before: format.number(peersBefore, 0),
            now: format.number(run.stageCount, 0),
          }),
    method: from && from.modelVersion !== run.modelVersion ? t('movement.models', { from: from.modelVersion, to: run.modelVersion }) : null,
  }
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
                <span className="s t3">{causesOf(share, text, { rest: t('movement.rest'), and: t('and') })}</span>
                {grounds[name] && <span className="s t3">{grounds[name]}</span>}
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
function causesOf(share: PointsMovement['own'], text: PointsText, { rest, and }: { rest: string; and: string }): string {
  const moved = (share?.causes ?? []).filter(({ steps }) => steps !== 0)
  const named = moved.slice(0, NAMED)
  const others = moved.slice(NAMED).reduce((sum, { steps }) => sum + steps, 0)
  return [
    ...named.map(({ kind, code, steps }) => `${text.line(kind, code)} ${text.signed(steps)}`),
    ...(others === 0 ? [] : [`${rest} ${text.signed(others)}`]),
  ].join(and)
}
