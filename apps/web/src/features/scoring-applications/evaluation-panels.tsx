import type { ClauseEvaluation, FiscalEvaluation } from '@jiju/scoring/contract/evaluation'
import { useTranslation } from 'react-i18next'
import { yuanToWan } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useQuantity, useUnits } from '../../lib/use-quantity.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Explain } from '../../ui/explain.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Tag } from '../../ui/tag.tsx'
import css from './evaluation.module.css'
import { EventPicture, TrendPicture } from './trend-picture.tsx'

const CAUTIONS = [
  'selection',
  'unmatched',
  'matching_decides',
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

type Group = ClauseEvaluation['groups'][number]

const boundOf = ({ stage }: Group) => Number(stage?.replace('revenue_', ''))
const bySize = (a: Group, b: Group) => boundOf(a) - boundOf(b) || (a.industry ?? '').localeCompare(b.industry ?? '')

/** The difference of changes with what speaks against reading more into it, first of all in words. */
export function EvaluationPanels({ evaluation }: { evaluation: ClauseEvaluation }) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  const { difference, plain, placebo, permutation, outcome, scale } = evaluation
  const compared = evaluation.groups.filter(({ treated, others }) => treated > 0 && others > 0).sort(bySize)
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
          {
            key: 'others',
            label: t('evaluation.others'),
            value: format.number(evaluation.others),
            note: t(`evaluation.matchedBy.${evaluation.match}`),
          },
          ...(evaluation.match === 'none'
            ? []
            : [
                {
                  key: 'plain',
                  label: t('evaluation.plain'),
                  value: plain ? shown(plain.value) : '—',
                  note: plain
                    ? t('evaluation.plainNote', {
                        interval: `${shown(plain.low)} — ${shown(plain.high)}`,
                        treated: format.number(plain.treated),
                        others: format.number(plain.others),
                      })
                    : t('evaluation.noNumber'),
                },
              ]),
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
        <ul className={`${css.cautions} stack`}>
          {evaluation.cautions.map(({ kind, count, of, least, p }) => (
            <li key={kind}>
              {t(`caution.${CAUTIONS.find((one) => one === kind) ?? 'selection'}`, {
                count: format.number(count ?? 0),
                of: format.number(of ?? 0),
                least: least ?? 0,
                p: format.number(p, 3),
              })}
            </li>
          ))}
        </ul>
      </Panel>
      <div className={css.pictures}>
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
      </div>
      {evaluation.match !== 'none' && (
        <Panel
          isFlush
          title={t('evaluation.groups')}
          note={t('evaluation.groupsNote', { count: evaluation.groups.length - compared.length })}
        >
          <DataTable
            caption={t('evaluation.groups')}
            columns={[
              { key: 'stage', title: t('evaluation.group'), cell: ({ stage }) => t(`group.${stage as 'revenue_0'}`) },
              ...(evaluation.match === 'stage_industry'
                ? [{ key: 'industry', title: t('evaluation.industry'), cell: ({ industry }: Group) => industry }]
                : []),
              { key: 'treated', title: t('evaluation.supported'), look: 'num', cell: (row) => format.number(row.treated) },
              { key: 'others', title: t('evaluation.others'), look: 'num', cell: (row) => format.number(row.others) },
            ]}
            rows={compared}
            rowKey={({ stage, industry }) => `${stage} ${industry}`}
          />
        </Panel>
      )}
    </div>
  )
}

const ECONOMIC: readonly string[] = ['revenue', 'hightech_revenue', 'tax_paid', 'staff_total']

/** Money by clause beside what changed among those who got it, with how many of them are known. */
export function MoneyPanels({ money }: { money: FiscalEvaluation }) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  const quantity = useQuantity()
  const unitOf = useUnits()
  const language = currentLanguage()
  type Line = FiscalEvaluation['clauses'][number]['lines'][number]
  const outcomeOf = (code: string) => money.outcomes.find((outcome) => outcome.code === code)
  const columns: Column<Line>[] = [
    { key: 'outcome', title: t('evaluation.outcome'), cell: (line) => outcomeOf(line.outcome)?.name[language] },
    {
      key: 'kind',
      title: t('evaluation.kind'),
      cell: (line) => <Tag kind="line">{t(ECONOMIC.includes(line.outcome) ? 'evaluation.economic' : 'evaluation.innovation')}</Tag>,
    },
    {
      key: 'change',
      title: t('evaluation.change'),
      look: 'num',
      cell: (line) => quantity(line.change, outcomeOf(line.outcome)?.unit ?? ''),
    },
    {
      key: 'per',
      title: t('evaluation.perWan'),
      look: 'num',
      cell: (line) => (line.perWan === null ? '—' : `${format.number(line.perWan, 2)} ${unitOf(outcomeOf(line.outcome)?.unit ?? '')}`),
    },
    {
      key: 'known',
      title: t('evaluation.known'),
      look: 'num',
      cell: (line) => t('evaluation.knownOf', { known: line.known, all: line.supported }),
    },
  ]
  const inOrder = (lines: readonly Line[]) =>
    [...lines].sort((a, b) => Number(ECONOMIC.includes(b.outcome)) - Number(ECONOMIC.includes(a.outcome)))
  return (
    <div className="stack">
      <p className="notice" role="note">
        {t('evaluation.moneyNote')}
        {money.lastYear !== null && ` ${t('evaluation.until', { year: money.lastYear })}`}
      </p>
      {money.clauses.map((clause) => (
        <Panel
          key={clause.code}
          isFlush
          title={clause.name}
          note={t('evaluation.clausePaid', {
            code: clause.code,
            amount: format.money(yuanToWan(clause.amount)),
            count: clause.enterprises,
            years: clause.firstYear === clause.lastYear ? String(clause.firstYear) : `${clause.firstYear}—${clause.lastYear}`,
          })}
        >
          <DataTable caption={clause.name} columns={columns} rows={inOrder(clause.lines)} rowKey={({ outcome }) => outcome} />
        </Panel>
      ))}
    </div>
  )
}
