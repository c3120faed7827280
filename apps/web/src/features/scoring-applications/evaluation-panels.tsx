import type { ClauseEvaluation, FiscalEvaluation } from '@jiju/scoring/contract/evaluation'
import { useTranslation } from 'react-i18next'
import { yuanToWan } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Explain } from '../../ui/explain.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Panel } from '../../ui/panel.tsx'
import { EventPicture, TrendPicture } from './trend-picture.tsx'

const CAUTIONS = [
  'selection',
  'few_treated',
  'few_others',
  'pretrend',
  'pretrend_unknown',
  'placebo_date',
  'chance',
  'interval_holds_zero',
  'one_year_after',
  'left_out',
  'other_support',
] as const

/** The difference of changes with what speaks against reading more into it, first of all in words. */
export function EvaluationPanels({ evaluation }: { evaluation: ClauseEvaluation }) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  const { difference, placebo, permutation, outcome, scale } = evaluation
  const percent = (value: number) => format.percent(Math.expm1(value))
  const shown = (value: number) => (scale === 'log' ? percent(value) : `${format.number(value, 2)} ${outcome.unit}`)
  const interval = difference && `${shown(difference.low)} — ${shown(difference.high)}`
  return (
    <div className="stack">
      <Figures
        items={[
          {
            key: 'difference',
            label: (
              <Explain
                explanation={{
                  definition: t('evaluation.means'),
                  formula: difference
                    ? t('evaluation.formula', {
                        value: format.number(difference.value, 4),
                        error: format.number(difference.standardError, 4),
                      })
                    : '—',
                  source: t('evaluation.basis', {
                    treated: evaluation.treated,
                    others: evaluation.others,
                    rows: evaluation.observations ?? 0,
                  }),
                  certainty: t('evaluation.noCause'),
                }}
              >
                {t(scale === 'log' ? 'evaluation.differenceShare' : 'evaluation.differenceLevel')}
              </Explain>
            ),
            value: difference ? shown(difference.value) : '—',
            note: interval ? t('evaluation.interval95', { interval }) : t('evaluation.noNumber'),
          },
          {
            key: 'treated',
            label: t('evaluation.supported'),
            value: format.number(evaluation.treated),
            note: t('evaluation.paid', { amount: format.money(yuanToWan(evaluation.amount)) }),
          },
          { key: 'others', label: t('evaluation.others'), value: format.number(evaluation.others), note: t('evaluation.matched') },
          {
            key: 'placebo',
            label: t('evaluation.placebo'),
            value: placebo ? shown(placebo.estimate.value) : '—',
            note: placebo
              ? t('evaluation.placeboNote', { year: placebo.start, p: format.number(placebo.estimate.p, 3) })
              : t('evaluation.noPlacebo'),
          },
          {
            key: 'chance',
            label: t('evaluation.chance'),
            value: permutation ? format.percent(permutation.p) : '—',
            note: permutation ? t('evaluation.chanceNote', { draws: permutation.draws, seed: permutation.seed }) : '',
          },
        ]}
      />
      <Panel title={t('evaluation.cannot')}>
        <ul className="stack">
          {evaluation.cautions.map(({ kind, count, of, least, p }) => (
            <li key={kind}>
              {t(`caution.${CAUTIONS.find((one) => one === kind) ?? 'selection'}`, {
                count: count ?? 0,
                of: of ?? 0,
                least: least ?? 0,
                p: format.number(p, 3),
              })}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel
        title={t('evaluation.trends')}
        note={scale === 'log' ? t('evaluation.logUnit', { outcome: outcome.name[currentLanguage()] }) : outcome.unit}
      >
        <TrendPicture evaluation={evaluation} />
      </Panel>
      <Panel
        title={t('evaluation.events')}
        note={
          evaluation.pretrendP === null
            ? t('evaluation.noPretrend')
            : t('evaluation.pretrend', { p: format.number(evaluation.pretrendP, 3) })
        }
      >
        <EventPicture evaluation={evaluation} />
      </Panel>
      <Panel isFlush title={t('evaluation.groups')} note={t('evaluation.groupsNote')}>
        <DataTable
          caption={t('evaluation.groups')}
          columns={[
            { key: 'group', title: t('evaluation.group'), cell: ({ group }) => t(`group.${group as 'revenue_0'}`) },
            { key: 'treated', title: t('evaluation.supported'), look: 'num', cell: (row) => format.number(row.treated) },
            { key: 'others', title: t('evaluation.others'), look: 'num', cell: (row) => format.number(row.others) },
          ]}
          rows={evaluation.groups}
          rowKey={({ group }) => group}
        />
      </Panel>
    </div>
  )
}

/** Money by clause beside what changed among those who got it, with how many of them are known. */
export function MoneyTable({ money }: { money: FiscalEvaluation }) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  const language = currentLanguage()
  type Row = { key: string; clause: FiscalEvaluation['clauses'][number]; line: FiscalEvaluation['clauses'][number]['lines'][number] }
  const rows = money.clauses.flatMap((clause) => clause.lines.map((line): Row => ({ key: `${clause.code} ${line.outcome}`, clause, line })))
  const outcomeOf = (code: string) => money.outcomes.find((outcome) => outcome.code === code)
  const columns: Column<Row>[] = [
    {
      key: 'clause',
      title: t('evaluation.clause'),
      cell: ({ clause }) => (
        <>
          {clause.name}
          <div className="s t3">{clause.code}</div>
        </>
      ),
    },
    { key: 'amount', title: t('evaluation.amountWan'), look: 'num', cell: ({ clause }) => format.money(yuanToWan(clause.amount)) },
    { key: 'outcome', title: t('evaluation.outcome'), cell: ({ line }) => outcomeOf(line.outcome)?.name[language] },
    {
      key: 'change',
      title: t('evaluation.change'),
      look: 'num',
      cell: ({ line }) => (line.change === null ? '—' : `${format.number(line.change, 1)} ${outcomeOf(line.outcome)?.unit ?? ''}`),
    },
    { key: 'per', title: t('evaluation.perWan'), look: 'num', cell: ({ line }) => format.number(line.perWan, 3) },
    {
      key: 'known',
      title: t('evaluation.known'),
      look: 'num',
      cell: ({ line }) => t('evaluation.knownOf', { known: line.known, all: line.supported }),
    },
  ]
  return (
    <Panel isFlush title={t('evaluation.money')} note={money.lastYear === null ? '' : t('evaluation.until', { year: money.lastYear })}>
      <p className="panel-body t2">{t('evaluation.moneyNote')}</p>
      <DataTable caption={t('evaluation.money')} columns={columns} rows={rows} rowKey={({ key }) => key} />
    </Panel>
  )
}
