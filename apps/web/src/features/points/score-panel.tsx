import type { PointsMovement } from '@jiju/scoring/contract/own-points'
import { branchesOf } from '@jiju/scoring/core/engine/model'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Explain } from '../../ui/explain.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Points } from './calls.ts'
import css from './points.module.css'
import type { PointsText } from './use-points-text.ts'

/** The score, where it stands, how much of it is known and proved, and what it opens. */
export function ScorePanel({ points, movement, text }: { points: Points; movement: PointsMovement | undefined; text: PointsText }) {
  const { t } = useTranslation('points')
  const format = useFormat()
  const { run, indicators, noticeUntil, lists, whiteLists } = points
  const known = indicators.filter(({ state }) => state === 'known').length
  const proved = indicators.filter(({ isProved }) => isProved).length
  return (
    <Panel
      title={t('score.title')}
      extra={
        noticeUntil ? (
          <Tag kind="accent">{t('score.noticeUntil', { day: format.day(noticeUntil) })}</Tag>
        ) : run.publication ? (
          <Tag kind="ok">{t(`publication.${run.publication.state}`)}</Tag>
        ) : (
          <Tag>{t('publication.none')}</Tag>
        )
      }
    >
      <div className="row base g12 wrap">
        <span className={css.hero}>{run.score ?? t('score.none')}</span>
        {movement?.kind === 'stayed' && movement.from && <Change movement={movement} text={text} />}
      </div>
      {run.score === null && <Obstacles points={points} text={text} />}
      {run.rankStage !== null && run.stageCount !== null && <Standing points={points} text={text} />}
      <dl className={css.pairs}>
        <div>
          <dt>{t('score.coverage')}</dt>
          <dd>{t('score.ofIndicators', { known, all: indicators.length })}</dd>
        </div>
        <div>
          <dt>{t('score.proved')}</dt>
          <dd>{t('score.items', { known: proved })}</dd>
        </div>
        {lists.map(({ listId, title, state, tier, position }) => (
          <div key={listId}>
            <dt>
              <Link to="/lists/$id" params={{ id: listId }}>
                {text.say(title)}
              </Link>
            </dt>
            <dd>{tier ? t(`score.tier_${state}`, { tier: text.say(tier) }) : t(`score.list_${state}`, { place: position })}</dd>
          </div>
        ))}
        {run.score !== null &&
          whiteLists.map(({ code, name, threshold, isAbove, isReached }) => (
            <div key={code}>
              <dt>{text.say(name)}</dt>
              <dd>{t(isReached ? 'score.reached' : 'score.notReached', { sign: isAbove ? '>' : '≥', threshold })}</dd>
            </div>
          ))}
      </dl>
    </Panel>
  )
}

function Change({ movement, text }: { movement: PointsMovement; text: PointsText }) {
  const { t } = useTranslation('points')
  const format = useFormat()
  const steps = movement.changedSteps
  if (steps === null) return null
  const tone = steps > 0 ? 'ok' : steps < 0 ? 'bad' : 't2'
  return (
    <>
      <span className={`b ${tone}`}>
        <span aria-hidden="true">{steps > 0 ? '↑' : steps < 0 ? '↓' : '→'} </span>
        <span className="sr-only">{t(steps > 0 ? 'score.up' : steps < 0 ? 'score.down' : 'score.same')} </span>
        {text.score(Math.abs(steps))}
      </span>
      <span className="s t3">
        {t('score.against', { period: format.period(movement.from?.period ?? ''), score: movement.from?.score })}
      </span>
    </>
  )
}

function Standing({ points, text }: { points: Points; text: PointsText }) {
  const { t } = useTranslation('points')
  const format = useFormat()
  const { run, interval } = points
  const count = run.stageCount as number
  const rank = run.rankStage as number
  const settings = interval && {
    ...interval,
    noise: format.percent(interval.noiseRatio, 0),
    holds: format.percent(interval.holdsRatio, 0),
    draws: format.number(interval.draws, 0),
    seed: String(interval.seed),
    day: format.dayOf(interval.measuredAt),
  }
  const at = (place: number) => `${count < 2 ? 0 : ((place - 1) / (count - 1)) * 100}%`
  return (
    <div className={css.standing}>
      <div className="row sb base g8 wrap">
        <span className="m">
          {t('score.stagePrefix', { stage: text.say(run.stageName) })} <b className={css.rank}>{rank}</b>{' '}
          {t('score.stageSuffix', { count: format.number(count, 0) })}
        </span>
        {interval && settings && (
          <Explain
            isRight
            explanation={{
              definition: t('score.intervalDefinition'),
              formula: t('score.intervalFormula', settings),
              certainty: t('score.intervalCertainty', settings),
              source: t('score.intervalSource'),
            }}
          >
            {t('score.interval', { low: interval.low, high: interval.high })}
          </Explain>
        )}
      </div>
      <div className={css.bar} aria-hidden="true">
        <i className={css.top} />
        {interval && (
          <i className={css.range} style={{ left: at(interval.low), width: `calc(${at(interval.high)} - ${at(interval.low)} + 4px)` }} />
        )}
        <i className={css.mark} style={{ left: at(rank) }} />
      </div>
      <div className="row sb s t3" aria-hidden="true">
        <span>{t('score.first')}</span>
        <span>{t('score.green')}</span>
        <span>{t('score.last', { count: format.number(count, 0) })}</span>
      </div>
      {settings && <p className={css.hint}>{t('score.intervalNote', settings)}</p>}
    </div>
  )
}

function Obstacles({ points, text }: { points: Points; text: PointsText }) {
  const { t } = useTranslation('points')
  const format = useFormat()
  const { obstacles, model } = points
  // Without a stage there are no weights that could be covered.
  const isStageless = obstacles.some(({ kind }) => kind === 'no_stage')
  const branchName = (code: string | null) => text.say(branchesOf(model).find((branch) => branch.code === code)?.name)
  return (
    <ul className={css.obstacles}>
      {obstacles
        .filter(({ kind }) => !isStageless || kind !== 'low_coverage')
        .map(({ kind, code, coverage, minimum, on }) => (
          <li key={`${kind} ${code}`}>
            {t(`obstacle.${kind}`, {
              name:
                kind === 'veto'
                  ? text.line('deduction', code)
                  : kind === 'gate'
                    ? text.line('gate', code)
                    : kind === 'missing_fact'
                      ? text.indicator(code)
                      : kind === 'low_coverage' && code !== model.root.code
                        ? branchName(code)
                        : t('obstacle.whole'),
              coverage: format.percent(coverage, 0),
              minimum: format.percent(minimum, 0),
              on: on ?? '',
            })}
          </li>
        ))}
    </ul>
  )
}
