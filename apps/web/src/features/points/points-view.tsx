import { useQuery } from '@tanstack/react-query'
import type { LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel.tsx'
import { movementOptions, type Points, type PointsOf } from './calls.ts'
import { GapsPanel } from './gaps-panel.tsx'
import { MovementPanel } from './movement-panel.tsx'
import css from './points.module.css'
import { Radar } from './radar.tsx'
import { ScorePanel } from './score-panel.tsx'
import { usePointsText } from './use-points-text.ts'
import { DimensionKeys, Waterfall } from './waterfall.tsx'
import { WhatIfPanel } from './what-if-panel.tsx'

/** One score on one page: what it is, where it stands, how it moved, what it is made of, what is missing, and what could be done. */
export function PointsView({ of, points, linkOf }: { of: PointsOf; points: Points; linkOf: (code: string) => LinkProps }) {
  const { t } = useTranslation('points')
  const text = usePointsText(points.model)
  const movement = useQuery(movementOptions(of))
  return (
    <div className="stack">
      <div className={css.three}>
        <ScorePanel points={points} movement={movement.data} text={text} />
        <Panel title={t('radar.title')} note={t('radar.note')}>
          <Radar dimensions={points.dimensions} stageName={text.say(points.run.stageName)} text={text} />
        </Panel>
        <MovementPanel query={movement} run={points.run} text={text} />
      </div>
      {points.reckonedSteps !== null && (
        <Panel
          title={t('waterfall.title')}
          note={t('waterfall.note', { count: points.indicators.length })}
          extra={<DimensionKeys dimensions={points.dimensions} text={text} />}
        >
          <Waterfall points={points} text={text} linkOf={linkOf} />
        </Panel>
      )}
      <div className={css.two}>
        <GapsPanel points={points} text={text} isOwn={of.enterpriseId === undefined} />
        <WhatIfPanel of={of} points={points} text={text} />
      </div>
    </div>
  )
}
