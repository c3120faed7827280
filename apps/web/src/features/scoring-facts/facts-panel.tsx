import type { FactStatement } from '@jiju/scoring/contract/facts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFactNames } from '../../lib/use-fact-names.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useIsPhone } from '../../lib/use-media.ts'
import { useQuantity, YES_OR_NO } from '../../lib/use-quantity.ts'
import { Segmented } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Empty } from '../../ui/states.tsx'
import { CertaintyTag, Tag } from '../../ui/tag.tsx'
import css from './facts-panel.module.css'
import { StatementsDrawer } from './statements-drawer.tsx'

const YEARS_SHOWN = 3

type Cell = { readonly code: string; readonly period: string; readonly statements: readonly FactStatement[] }

/** What counts of each fact, a row a fact and a column a year; behind each value everything that was ever said of it. */
export function FactsPanel({ facts, correctFor }: { facts: readonly FactStatement[]; correctFor: string | null }) {
  const { t } = useTranslation('scoring-facts')
  const { definitions, nameOf, unitOf } = useFactNames()
  const isPhone = useIsPhone()
  const [show, setShow] = useState<'all' | 'missing'>('all')
  const [opened, setOpened] = useState<{ code: string; period: string } | null>(null)
  const years = [...new Set(facts.map(({ period }) => period.slice(0, 4)))].sort().reverse().slice(0, YEARS_SHOWN)
  const newest = years[0]
  const cellsOf = (code: string, year: string, kind: string): Cell[] => {
    const own = facts.filter((fact) => fact.factCode === code && fact.period.startsWith(year))
    const periods = [...new Set(own.map(({ period }) => period))].sort().reverse()
    const all = periods.length > 0 ? periods : kind === 'quarter' ? [] : [kind === 'point' ? `${year}-12-31` : year]
    return all.map((period) => ({ code, period, statements: own.filter((fact) => fact.period === period) }))
  }
  const lacks = (code: string) => !facts.some((fact) => fact.isUsed && fact.factCode === code && fact.period.startsWith(newest ?? '—'))
  const shown = definitions.filter(({ code }) => show === 'all' || lacks(code))
  const lacking = definitions.filter(({ code }) => lacks(code)).length
  if (facts.length === 0)
    return (
      <Panel title={t('enterprise.facts')} isFlush>
        <Empty title={t('enterprise.noFacts')} />
      </Panel>
    )
  // Equal decimals within a fact, so that its years can be compared.
  const withDecimals = new Set(facts.filter(({ value }) => value?.includes('.')).map(({ factCode }) => factCode))
  const cell = (one: Cell) => (
    <ValueCell key={one.period} cell={one} decimals={withDecimals.has(one.code) ? 2 : 0} onOpen={() => setOpened(one)} />
  )
  return (
    <Panel
      title={t('enterprise.facts')}
      note={t('enterprise.factsNote')}
      extra={
        <Segmented
          label={t('enterprise.facts')}
          value={show}
          options={[
            { value: 'all', label: t('enterprise.allFacts', { count: definitions.length }) },
            { value: 'missing', label: t('enterprise.missingFacts', { count: lacking, year: newest }) },
          ]}
          onPick={setShow}
        />
      }
      isFlush
    >
      {isPhone ? (
        <ul className="cards">
          {shown.map(({ code, periodKind }) => (
            <li key={code} className="card-row">
              <div className="b">
                {nameOf(code)} <span className="s t3">{unitOf(code)}</span>
              </div>
              <div className={css.years}>
                {years.map((year) => (
                  <div key={year} style={{ display: 'contents' }}>
                    <span className="t3">{year}</span>
                    <div>{cellsOf(code, year, periodKind).map(cell)}</div>
                  </div>
                ))}
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <div className="tbl-wrap">
          <table className={`tbl ${css.matrix}`}>
            <caption className="sr-only">{t('enterprise.facts')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('enterprise.fact')}</th>
                <th scope="col">{t('definitions.unit')}</th>
                {years.map((year) => (
                  <th key={year} scope="col" className="num">
                    {year}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ code, periodKind }) => (
                <tr key={code}>
                  <td>{nameOf(code)}</td>
                  <td className="t3">{unitOf(code)}</td>
                  {years.map((year) => (
                    <td key={year} className="num">
                      {cellsOf(code, year, periodKind).map(cell)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {opened && (
        <StatementsDrawer
          code={opened.code}
          period={opened.period}
          statements={facts.filter(({ factCode, period }) => factCode === opened.code && period === opened.period)}
          correctFor={correctFor}
          onClose={() => setOpened(null)}
        />
      )}
    </Panel>
  )
}

function ValueCell({ cell, decimals, onOpen }: { cell: Cell; decimals: number; onOpen: () => void }) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const { nameOf, definitions } = useFactNames()
  const quantity = useQuantity()
  const isYesOrNo = definitions.find(({ code }) => code === cell.code)?.unit === YES_OR_NO
  // The column names the year.
  const isYearEnd = cell.period.length === 4 || cell.period.endsWith('-12-31')
  const used = cell.statements.find(({ isUsed }) => isUsed)
  const current = cell.statements.filter(({ state }) => state === 'current')
  const differs = new Set(current.flatMap(({ value }) => (value === null ? [] : [Number(value)]))).size > 1
  const lacksConsent = !used && current.some((statement) => statement.lacksConsent)
  const value = !used?.value ? '—' : isYesOrNo ? quantity(Number(used.value), YES_OR_NO) : format.number(Number(used.value), decimals)
  return (
    <button type="button" className={css.cell} onClick={onOpen}>
      <span className="sr-only">{t('enterprise.openCell', { fact: nameOf(cell.code), period: format.period(cell.period) })}</span>
      <span className={used ? css.value : css.none}>{value}</span>
      <span className={`s t3 ${css.marks}`}>
        {used && t(`source.${used.source}`)}
        {!isYearEnd && used && ` · ${format.period(cell.period)}`}
        {differs && <Tag kind="warn">{used?.isChosen ? t('enterprise.chosen') : t('enterprise.differs')}</Tag>}
        {lacksConsent && <Tag kind="warn">{t('enterprise.noConsentShort')}</Tag>}
        {used && used.confidence !== 'proved' && <CertaintyTag certainty="unconfirmed" />}
      </span>
    </button>
  )
}
