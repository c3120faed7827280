import type { FactStatement } from '@jiju/scoring/contract/facts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFactNames } from '../../lib/use-fact-names.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Tag } from '../../ui/tag.tsx'
import { CorrectFact } from './correct-fact.tsx'

/** Everything that was ever said of a fact and period: what counts, what other sources state, and the old values. */
export function StatementsDrawer({
  code,
  period,
  statements,
  correctFor,
  onClose,
}: {
  code: string
  period: string
  statements: readonly FactStatement[]
  /** The enterprise whose facts the reader may correct. */
  correctFor: string | null
  onClose: () => void
}) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const { nameOf } = useFactNames()
  const [corrected, setCorrected] = useState<FactStatement | 'new' | null>(null)
  const current = statements.filter(({ state }) => state === 'current')
  const old = statements.filter(({ state }) => state !== 'current')
  const line = (statement: FactStatement) => (
    <Statement
      key={statement.id}
      statement={statement}
      onCorrect={correctFor && statement.state === 'current' ? () => setCorrected(statement) : null}
    />
  )
  return (
    <Drawer title={`${nameOf(code)} · ${format.period(period)}`} isOpen onClose={onClose}>
      {corrected && correctFor ? (
        <CorrectFact
          enterpriseId={correctFor}
          code={code}
          period={period}
          fact={corrected === 'new' ? null : corrected}
          onClose={() => setCorrected(null)}
        />
      ) : (
        <div className="stack">
          {current.length === 0 ? <p className="t3">{t('enterprise.noStatement')}</p> : <ul className="stack">{current.map(line)}</ul>}
          {correctFor && (
            <div>
              <Button size="sm" onClick={() => setCorrected('new')}>
                {t('enterprise.addStatement')}
              </Button>
            </div>
          )}
          {old.length > 0 && (
            <section className="stack">
              <h3 className="h3">{t('enterprise.history')}</h3>
              <ul className="stack">{old.map(line)}</ul>
            </section>
          )}
        </div>
      )}
    </Drawer>
  )
}

function Statement({ statement, onCorrect }: { statement: FactStatement; onCorrect: (() => void) | null }) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const { figureOf } = useFactNames()
  const { source, value, state, isUsed, isChosen, lacksConsent, confidence, document, reason, receivedAt, endedAt } = statement
  return (
    <li>
      <div className="row g8 wrap" style={{ justifyContent: 'space-between' }}>
        <span className={state === 'current' ? 'b' : 't2'}>
          {value === null ? t('enterprise.hidden') : figureOf(statement.factCode, value)}
        </span>
        {onCorrect && (
          <Button size="sm" onClick={onCorrect}>
            {t('enterprise.correct')}
          </Button>
        )}
      </div>
      <div className="row g8 wrap">
        {t(`source.${source}`)}
        {isUsed && <Tag kind="ok">{t('enterprise.used')}</Tag>}
        {isChosen && <Tag kind="accent">{t('enterprise.chosen')}</Tag>}
        {lacksConsent && <Tag kind="warn">{t('enterprise.noConsent')}</Tag>}
        {confidence !== 'proved' && <Tag kind="warn">{t(`confidence.${confidence}`)}</Tag>}
        {state !== 'current' && <Tag>{t(`enterprise.${state}`)}</Tag>}
      </div>
      <div className="s t3">
        {t('enterprise.receivedAt', { at: format.stamp(receivedAt) })}
        {endedAt && ` · ${t('enterprise.endedAt', { at: format.stamp(endedAt) })}`}
      </div>
      {(document || reason) && <div className="s t3">{[document, reason].filter(Boolean).join(' · ')}</div>}
    </li>
  )
}
