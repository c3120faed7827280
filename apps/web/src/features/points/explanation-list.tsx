import type { Indicator } from '@jiju/scoring/core/engine/model'
import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { certaintyOf } from '../../lib/certainty-of.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { CertaintyTag } from '../../ui/tag.tsx'
import type { Points } from './calls.ts'
import css from './points.module.css'
import type { PointsText } from './use-points-text.ts'

/** Every indicator with what it means, its formula with the real numbers, its sources and where it stands; then what came on top or off. */
export function ExplanationList({ points, text }: { points: Points; text: PointsText }) {
  const { t } = useTranslation('points')
  const { model } = points
  const place = useLocation({ select: ({ hash }) => hash })
  // The browser looked for it before it was there.
  useEffect(() => {
    const named = place ? document.getElementById(place) : null
    named?.scrollIntoView()
    named?.focus({ preventScroll: true })
  }, [place])
  return (
    <div className="stack">
      <Panel title={t('explain.model')}>
        <dl className="kv">
          <dt>{t('explain.modelName')}</dt>
          <dd>
            {text.say(model.name)} {model.version} <CertaintyTag certainty={certaintyOf(model.certainty)} />
          </dd>
          <dt>{t('explain.factsAt')}</dt>
          <dd>
            <FactsAt points={points} />
          </dd>
          <dt>{t('explain.sources')}</dt>
          <dd>
            <ul className={css.sources}>
              {model.sources.map(({ title, note }) => (
                <li key={title}>
                  {title}
                  {note && <span className="s t3"> {note}</span>}
                </li>
              ))}
            </ul>
          </dd>
        </dl>
      </Panel>
      {points.indicators.map((line) => (
        <IndicatorPanel key={`${line.branch} ${line.code}`} line={line} points={points} text={text} />
      ))}
      {points.adjustments.length > 0 && <Adjustments points={points} text={text} />}
      <p className="t2">
        {t('explain.sum', {
          lines: text.score(points.indicators.reduce((sum, { steps }) => sum + steps, 0)),
          adjustments: text.signed(points.adjustments.reduce((sum, { steps }) => sum + steps, 0)),
          total: text.score(points.reckonedSteps),
        })}
      </p>
    </div>
  )
}

function FactsAt({ points }: { points: Points }) {
  const format = useFormat()
  return <>{format.stamp(points.run.factsAt)}</>
}

function IndicatorPanel({ line, points, text }: { line: Points['indicators'][number]; points: Points; text: PointsText }) {
  const { t } = useTranslation('points')
  const format = useFormat()
  const indicator = points.model.indicators.find(({ code }) => code === line.code) as Indicator
  const unit = text.unit(indicator.unit)
  return (
    <div id={`i-${line.code}`} className={css.anchor} tabIndex={-1}>
      <Panel
        title={text.say(indicator.name)}
        note={t('explain.weight', { weight: format.percent(line.weightRatio), applied: format.percent(line.appliedRatio) })}
        extra={
          <>
            {indicator.certainty !== 'seen' && <CertaintyTag certainty={certaintyOf(indicator.certainty)} />}
            <b>{line.state === 'missing' ? t('waterfall.missing') : text.signed(line.steps)}</b>
          </>
        }
      >
        <dl className="kv">
          <dt>{t('explain.definition')}</dt>
          <dd>{definitionOf(indicator, text, t)}</dd>
          <dt>{t('explain.formula')}</dt>
          <dd>
            {line.raw === null
              ? text.absence(line.why, points.run)
              : `${formulaOf(indicator, points, text)} = ${text.quantity(line.raw, indicator.unit)}`}
          </dd>
          <dt>{t('explain.points')}</dt>
          <dd>
            {line.part === null
              ? t('explain.noPoints')
              : t('explain.reached', {
                  part: format.number(line.part * 100, 1),
                  weight: format.percent(line.appliedRatio),
                  points: text.score(line.steps),
                })}
          </dd>
          {line.position && (
            <>
              <dt>{t('explain.cohort')}</dt>
              <dd>
                {line.position.rank !== null && `${t('explain.rank', { rank: line.position.rank, count: line.position.count })} · `}
                {t('explain.quartiles', {
                  lower: text.value(line.position.lowerQuartile),
                  median: text.value(line.position.median),
                  upper: text.value(line.position.upperQuartile),
                  top: text.value(line.position.topTenth),
                  unit,
                })}
              </dd>
            </>
          )}
        </dl>
        <Statements facts={points.facts.filter(({ ref }) => line.facts.includes(ref))} text={text} name={text.say(indicator.name)} />
      </Panel>
    </div>
  )
}

function Statements({ facts, text, name }: { facts: Points['facts']; text: PointsText; name: string }) {
  const { t } = useTranslation('points')
  const format = useFormat()
  const label = t('explain.statementsOf', { name })
  return (
    <ScrollRegion className="tbl-wrap" label={label}>
      <table className="tbl">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('explain.fact')}</th>
            <th scope="col">{t('explain.period')}</th>
            <th scope="col" className="r">
              {t('explain.value')}
            </th>
            <th scope="col">{t('explain.source')}</th>
            <th scope="col">{t('explain.received')}</th>
            <th scope="col">{t('explain.taken')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) =>
            fact.statements.length === 0 ? (
              <tr key={fact.ref}>
                <th scope="row">{text.fact(fact.ref)}</th>
                <td className="nw">{format.period(fact.period)}</td>
                <td className="r">—</td>
                <td>{t('explain.expected', { source: t(`source.${fact.expectedFrom as 'tax'}`) })}</td>
                <td>—</td>
                <td>{t('explain.nothing')}</td>
              </tr>
            ) : (
              fact.statements.map((statement, place) => (
                <tr key={`${fact.ref} ${statement.source}`}>
                  <th scope="row">{text.fact(fact.ref)}</th>
                  <td className="nw">{format.period(statement.period)}</td>
                  <td className="r nw">{text.quantity(Number(statement.value), fact.unit)}</td>
                  <td>
                    {t(`source.${statement.source as 'tax'}`)}{' '}
                    {statement.confidence !== 'proved' && <CertaintyTag certainty="unconfirmed" />}
                    {statement.document && <span className="s t3"> {statement.document}</span>}
                  </td>
                  <td className="nw">{format.stamp(statement.receivedAt)}</td>
                  <td>{t(place > 0 ? 'explain.other' : statement.isChosen ? 'explain.chosen' : 'explain.used')}</td>
                </tr>
              ))
            ),
          )}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Adjustments({ points, text }: { points: Points; text: PointsText }) {
  const { t } = useTranslation('points')
  return (
    <Panel title={t('explain.adjustments')} isFlush>
      <table className="tbl">
        <caption className="sr-only">{t('explain.adjustments')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('explain.event')}</th>
            <th scope="col">{t('explain.days')}</th>
            <th scope="col" className="r">
              {t('waterfall.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.adjustments.map(({ kind, code, on, repairedOn, steps }) => (
            <tr key={`${kind} ${code} ${on}`}>
              <th scope="row">{text.line(kind, code)}</th>
              <td>{on ? (repairedOn ? t('explain.repaired', { on, repairedOn }) : t('explain.open', { on })) : '—'}</td>
              <td className="r">{text.signed(steps)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

type T = ReturnType<typeof useTranslation<'points'>>['t']

/** In words: what is measured and how it becomes points. */
function definitionOf(indicator: Indicator, text: PointsText, t: T): string {
  const { measure, normalise, note } = indicator
  const what =
    measure.kind === 'fact'
      ? text.fact(measure.fact)
      : measure.kind === 'ratio'
        ? t('measure.ratio', { numerator: text.fact(measure.numerator), denominator: text.fact(measure.denominator) })
        : t('measure.growth', { now: text.fact(measure.now), before: text.fact(measure.before) })
  const how =
    normalise.kind === 'goalposts'
      ? t('method.goalposts', { low: normalise.low, high: normalise.high, unit: text.unit(indicator.unit) })
      : normalise.kind === 'log_scale'
        ? t('method.log_scale', { quantile: Math.round(normalise.quantile * 100) })
        : normalise.kind === 'ladder'
          ? t('method.ladder', { steps: normalise.steps.map(({ from, points }) => `≥${from}: ${Math.round(points * 100)}`).join(t('and')) })
          : t(`method.${normalise.kind}`)
  return [what, how, note ? text.say(note) : ''].filter(Boolean).join(t('explain.and'))
}

/** The measure with the real numbers in it. */
function formulaOf({ measure }: Indicator, { facts }: Points, text: PointsText): string {
  const of = (ref: string) => {
    const value = facts.find((fact) => fact.ref === ref)?.statements[0]?.value
    return value === undefined ? '—' : text.value(Number(value))
  }
  if (measure.kind === 'fact') return text.fact(measure.fact)
  if (measure.kind === 'ratio') return `${of(measure.numerator)} ÷ ${of(measure.denominator)} × ${measure.factor}`
  return `(${of(measure.now)} − ${of(measure.before)}) ÷ |${of(measure.before)}| × ${measure.factor}`
}
