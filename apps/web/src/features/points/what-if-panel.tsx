import { useMutation, useQuery } from '@tanstack/react-query'
import { type CSSProperties, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { type Ground, groundOptions, type Points, type PointsOf, tryExactly } from './calls.ts'
import css from './points.module.css'
import { openTrial, type Slider, type Trial } from './try-facts.ts'
import type { PointsText } from './use-points-text.ts'

/** Sliders that answer at once: the engine runs here over what anyone may know of the peers; the server gives the exact figure. */
export function WhatIfPanel({ of, points, text }: { of: PointsOf; points: Points; text: PointsText }) {
  const query = useQuery(groundOptions(of))
  const { t } = useTranslation('points')
  return (
    <Panel title={t('whatIf.title')} note={t('whatIf.note')}>
      <QueryView query={query}>{(ground) => <Sliders of={of} points={points} text={text} ground={ground} />}</QueryView>
    </Panel>
  )
}

type Changes = Readonly<Record<string, number>>

function Sliders({ of, points, text, ground }: { of: PointsOf; points: Points; text: PointsText; ground: Ground }) {
  const { t } = useTranslation('points')
  const trial = useMemo(() => openTrial(points.model, ground), [points.model, ground])
  const [changes, setChanges] = useState<Changes>({})
  const exact = useMutation({
    mutationFn: () => tryExactly(of, changes),
    onSuccess: ({ after }) => announce(t('whatIf.exactSaid', { score: text.score(after.steps) })),
  })
  if (!trial) return <p className="t2">{t('whatIf.serverOnly')}</p>
  if (trial.sliders.length === 0) return <p className="t2">{t(points.steps === null ? 'whatIf.unscored' : 'whatIf.none')}</p>
  const change = (fact: string, value: number, from: number | null) => {
    exact.reset()
    setChanges((known) => {
      const { [fact]: _, ...others } = known
      return value === from ? others : { ...others, [fact]: value }
    })
  }
  const isChanged = Object.keys(changes).length > 0
  const tried = trial.of(changes)
  const sure = exact.data
  const after = sure ? sure.after.steps : tried.after.steps
  const gained = sure ? sure.changedSteps : tried.changedSteps
  return (
    <div className={css.whatIf}>
      <div className={css.sliders}>
        {trial.sliders.map((slider) => (
          <SliderRow
            key={slider.fact}
            slider={slider}
            value={changes[slider.fact]}
            trial={trial}
            points={points}
            text={text}
            onChange={change}
          />
        ))}
      </div>
      <div className={css.outcome}>
        <span className="s t3">{t('whatIf.score')}</span>
        <output className="row base g8" data-testid="what-if-score">
          <span className={css.outcomeScore}>{text.score(after)}</span>
          <b className={(gained ?? 0) > 0 ? 'ok' : (gained ?? 0) < 0 ? 'bad' : 't2'}>{text.signed(gained)}</b>
        </output>
        <span className="s t3">{t('whatIf.place')}</span>
        <span className="h3">
          {placeText(sure ? sure.after.placeInStage : isChanged ? tried.after.placeInStage : points.run.rankStage, t)}
        </span>
        <Qualifications points={points} after={after} text={text} />
        <span className="s t3" aria-live="polite">
          {sure ? t('whatIf.isExact') : isChanged ? t('whatIf.isNear') : t('whatIf.isToday')}
        </span>
        <div className="row g8 wrap">
          <Button onClick={() => exact.mutate()} disabled={!isChanged || exact.isPending}>
            {t('whatIf.exact')}
          </Button>
          <Button
            kind="text"
            disabled={!isChanged}
            onClick={() => {
              exact.reset()
              setChanges({})
            }}
          >
            {t('whatIf.reset')}
          </Button>
        </div>
        {exact.error && <span className="bad s">{t('whatIf.failed')}</span>}
      </div>
    </div>
  )
}

type SliderRowProps = {
  slider: Slider
  value: number | undefined
  trial: Trial
  points: Points
  text: PointsText
  onChange: (fact: string, value: number, from: number | null) => void
}

function SliderRow({ slider, value, trial, points, text, onChange }: SliderRowProps) {
  const { t } = useTranslation('points')
  const { fact, from, low, high, step, suggestion } = slider
  const now = value ?? from ?? low
  const gained = value === undefined ? 0 : trial.of({ [fact]: value }).changedSteps
  const unit = text.unit(points.model.facts.find(({ code }) => code === fact.split('@')[0])?.unit ?? '')
  const said = `${text.value(now)} ${unit}`
  return (
    <div>
      <label className={css.sliderLabel}>
        <span>
          {text.fact(fact)}{' '}
          <span className="t3 nw">
            {from === null ? t('whatIf.fromUnknown', { to: value === undefined ? '—' : said }) : `${text.value(from)} → ${said}`}
          </span>
        </span>
        <b className={(gained ?? 0) > 0 ? 'ok' : (gained ?? 0) < 0 ? 'bad' : 't3'}>{text.signed(gained)}</b>
        <input
          type="range"
          className={css.slider}
          style={{ '--part': `${((now - low) / (high - low || 1)) * 100}%` } as CSSProperties}
          min={low}
          max={high}
          step={step}
          value={now}
          aria-valuetext={said}
          aria-label={t('whatIf.slide', { name: text.fact(fact) })}
          onChange={(event) => onChange(fact, Number(event.target.value), from)}
        />
      </label>
      {suggestion && suggestion.gainedSteps > 0 && value === undefined && (
        <button type="button" className="link-btn s" onClick={() => onChange(fact, suggestion.to, from)}>
          {t('whatIf.suggestion', { to: `${text.value(suggestion.to)} ${unit}`, gain: text.signed(suggestion.gainedSteps) })}
        </button>
      )}
    </div>
  )
}

/** What the tried score would open, or how far it still is. */
function Qualifications({ points, after, text }: { points: Points; after: number | null; text: PointsText }) {
  const { t } = useTranslation('points')
  const { scale, decimals } = points.model
  if (after === null || points.whiteLists.length === 0) return null
  const reached = (after / 10 ** decimals / scale) * 100
  return (
    <>
      <span className="s t3">{t('whatIf.opens')}</span>
      {points.whiteLists.map(({ code, name, threshold, isAbove }) => {
        const isThere = isAbove ? reached > threshold : reached >= threshold
        const lacking = Math.max(0, Math.round(((threshold * scale) / 100) * 10 ** decimals) - after)
        return (
          <span key={code} className="m">
            {text.say(name)} {isThere ? t('whatIf.there') : t('whatIf.lacking', { points: text.score(lacking) })}
          </span>
        )
      })}
    </>
  )
}

function placeText(place: number | readonly [number, number] | null, t: ReturnType<typeof useTranslation<'points'>>['t']): string {
  if (place === null) return '—'
  if (typeof place === 'number') return t('whatIf.at', { place })
  const [best, worst] = place
  return best === worst ? t('whatIf.at', { place: best }) : t('whatIf.between', { best, worst })
}
