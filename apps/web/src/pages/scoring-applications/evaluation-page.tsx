import type { EvaluationChoices } from '@jiju/scoring/contract/evaluation'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { choicesOptions, type EvaluationQuery, evaluationOptions, moneyOptions } from '../../features/scoring-applications/calls.ts'
import css from '../../features/scoring-applications/evaluation.module.css'
import { EvaluationPanels, MoneyPanels } from '../../features/scoring-applications/evaluation-panels.tsx'
import { RegisterPanel } from '../../features/scoring-applications/register-panel.tsx'
import { currentLanguage } from '../../lib/i18n.ts'
import { oneOf } from '../../lib/search-params.ts'
import { SelectField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const MATCHINGS = ['none', 'stage', 'stage_industry'] as const
const TABS = ['compare', 'money', 'register'] as const

/** What public money went along with: comparisons, sums, and the register behind both. */
export function EvaluationPage() {
  const { t } = useTranslation('scoring-applications')
  const search = useSearch({ from: '/work/o/evaluation' })
  const tab = oneOf(search.tab, TABS) ?? 'compare'
  return (
    <div className="stack">
      <PageHead title={t('evaluation.title')} line={t('evaluation.lead')} />
      <TabLinks
        label={t('evaluation.title')}
        tabs={TABS.map((value) => ({ value, label: t(`evaluation.tab.${value}`) }))}
        value={tab}
        linkOf={(value) => ({ to: '/o/evaluation', search: { tab: value === 'compare' ? undefined : value } })}
      />
      {tab === 'compare' && <Comparison />}
      {tab === 'money' && <Money />}
      {tab === 'register' && <RegisterPanel />}
    </div>
  )
}

function Money() {
  const { t } = useTranslation('scoring-applications')
  const query = useQuery(moneyOptions)
  return (
    <QueryView query={query}>
      {(money) => (money.clauses.length === 0 ? <Empty title={t('register.none')} /> : <MoneyPanels money={money} />)}
    </QueryView>
  )
}

function Comparison() {
  const { t } = useTranslation('scoring-applications')
  const query = useQuery(choicesOptions)
  return (
    <QueryView query={query}>
      {(choices) => (choices.clauses.length === 0 ? <Empty title={t('register.none')} /> : <Compared choices={choices} />)}
    </QueryView>
  )
}

function Compared({ choices }: { choices: EvaluationChoices }) {
  const { t } = useTranslation('scoring-applications')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/o/evaluation' })
  const clause = choices.clauses.find(({ code }) => code === search.clause) ?? choices.clauses[0]
  const years = clause?.years ?? []
  const most = [...years].sort((a, b) => b.enterprises - a.enterprises)[0]
  const start = years.find(({ year }) => String(year) === search.start)?.year ?? most?.year ?? 0
  const outcome = choices.outcomes.find(({ code }) => code === search.outcome)?.code ?? 'revenue'
  const scale = search.scale === 'level' ? 'level' : 'log'
  const match = oneOf(search.match, MATCHINGS) ?? 'stage'
  const asked: EvaluationQuery = { clause: clause?.code ?? '', outcome, start, scale, match }
  const query = useQuery({ ...evaluationOptions(asked), placeholderData: (earlier) => earlier })
  const set = (change: Partial<typeof search>) => void navigate({ to: '/o/evaluation', search: { ...search, ...change }, replace: true })
  return (
    <div className="stack">
      <div className={css.choices}>
        <SelectField
          label={t('evaluation.clause')}
          value={asked.clause}
          onPick={(code) => set({ clause: code, start: undefined })}
          options={choices.clauses.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
        />
        <SelectField
          label={t('evaluation.start')}
          value={String(start)}
          onPick={(year) => set({ start: year })}
          options={years.map(({ year, enterprises }) => ({
            value: String(year),
            label: t('evaluation.startOption', { year, count: enterprises }),
          }))}
        />
        <SelectField
          label={t('evaluation.outcome')}
          value={outcome}
          onPick={(code) => set({ outcome: code })}
          options={choices.outcomes.map(({ code, name }) => ({ value: code, label: name[currentLanguage()] }))}
        />
        <SelectField
          label={t('evaluation.scale')}
          value={scale}
          onPick={(value) => set({ scale: value === 'log' ? undefined : value })}
          options={(['log', 'level'] as const).map((value) => ({ value, label: t(`evaluation.scales.${value}`) }))}
        />
        <SelectField
          label={t('evaluation.match')}
          value={match}
          onPick={(value) => set({ match: value === 'stage' ? undefined : value })}
          options={MATCHINGS.map((value) => ({ value, label: t(`evaluation.matchings.${value}`) }))}
        />
      </div>
      <QueryView query={query}>{(evaluation) => <EvaluationPanels evaluation={evaluation} />}</QueryView>
    </div>
  )
}
