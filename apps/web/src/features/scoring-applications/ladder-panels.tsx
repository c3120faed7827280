import type { EnterpriseLadder, LadderStep } from '@jiju/scoring/contract/cultivation'
import { useTranslation } from 'react-i18next'
import { certaintyOf } from '../../lib/certainty-of.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useQuantity, YES_OR_NO } from '../../lib/use-quantity.ts'
import { useWording } from '../../lib/use-wording.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CertaintyTag, Tag } from '../../ui/tag.tsx'

type Condition = LadderStep['conditions'][number]
const KINDS = { met: 'ok', short: 'warn', unknown: 'line' } as const
const AGE = 'age_years'
const SIGNS = { '>=': '≥', '<=': '≤', '>': '>' } as const

/** Every step from the next one up, then those below: each condition with its distance, its facts and what would do. */
export function LadderPanels({ ladder }: { ladder: EnterpriseLadder }) {
  const { t } = useTranslation('scoring-applications')
  const language = currentLanguage()
  const next = ladder.steps.find(({ code }) => code === ladder.next)
  const others = ladder.steps.filter(({ code }) => code !== ladder.next)
  const nameOf = (code: string | null) => ladder.steps.find((step) => step.code === code)?.name[language]
  return (
    <div className="stack">
      <ol className="row g8 wrap" aria-label={t('ladder.steps')}>
        {ladder.steps.map((step) => (
          <li key={step.code} aria-current={step.code === ladder.current ? 'step' : undefined}>
            <Tag kind={step.isHeld ? 'ok' : step.code === ladder.next ? 'accent' : 'line'}>
              {step.name[language]}
              {step.isHeld ? ` · ${t('ladder.held')}` : step.code === ladder.next ? ` · ${t('ladder.next')}` : ''}
            </Tag>
          </li>
        ))}
      </ol>
      <p className="t2">
        {t(ladder.current ? 'ladder.standing' : 'ladder.standingNone', { step: nameOf(ladder.current) ?? '', year: ladder.period })}
      </p>
      {next ? <StepPanel step={next} isNext /> : <p className="notice">{t('ladder.top')}</p>}
      {others.map((step) => (
        <details key={step.code} className="panel fold">
          <summary className="panel-head">
            <span className="row g8 base wrap">
              <h2 className="h2">{step.name[language]}</h2>
              <span className="s t3">{t('ladder.counts', { met: step.met, short: step.short, unknown: step.unknown })}</span>
            </span>
            <Icon name="chevronDown" />
          </summary>
          <StepBody step={step} />
        </details>
      ))}
    </div>
  )
}

function StepPanel({ step, isNext }: { step: LadderStep; isNext: boolean }) {
  const { t } = useTranslation('scoring-applications')
  const title = step.name[currentLanguage()]
  return (
    <Panel
      isFlush
      title={isNext ? t('ladder.nextTitle', { step: title }) : title}
      note={t('ladder.counts', { met: step.met, short: step.short, unknown: step.unknown })}
    >
      <StepBody step={step} />
    </Panel>
  )
}

function StepBody({ step }: { step: LadderStep }) {
  const { t } = useTranslation('scoring-applications')
  const language = currentLanguage()
  const format = useFormat()
  const shown = useQuantity()
  const wording = useWording()
  const columns: Column<Condition>[] = [
    {
      key: 'name',
      title: t('ladder.condition'),
      cell: (row) => (
        <>
          {row.name[language]} <CertaintyTag certainty={certaintyOf(row.certainty)} />
          <div className="s t3">
            {[
              row.clause,
              ...row.sources.map((one) =>
                t('ladder.fact', {
                  name: one.name[language],
                  period: format.period(one.period),
                  value: shown(one.value, one.unit),
                  source: t(`source.${one.source as 'tax'}`),
                }),
              ),
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </>
      ),
    },
    { key: 'state', title: t('ladder.state'), cell: (row) => <Tag kind={KINDS[row.state]}>{t(`ladder.${row.state}`)}</Tag> },
    { key: 'value', title: t('ladder.value'), look: 'num', cell: (row) => shown(row.value, row.unit) },
    {
      key: 'limit',
      title: t('ladder.limit'),
      look: 'num',
      cell: (row) => limitOf(row, shown),
    },
    {
      key: 'remedy',
      title: t('ladder.remedy'),
      cell: (row) => {
        if (row.state === 'met') return ''
        if (row.state === 'unknown')
          return row.missing.length > 0
            ? t('ladder.missing', { facts: wording.list(row.missing.map(({ name }) => name[language])) })
            : t('ladder.notComputable')
        const lack = t('ladder.lack', { lack: shown(row.lack, row.unit) })
        if (!row.remedy) return lack
        // Nobody grows younger, and years come by themselves.
        if (row.remedy.fact === AGE) return t(row.remedy.by > 0 ? 'ladder.tooYoung' : 'ladder.tooOld', { lack })
        const by = row.remedy.unit === '人' || row.remedy.unit === '件' ? Math.ceil(row.remedy.by - 1e-9) : row.remedy.by
        return `${lack}${t(by >= 0 ? 'ladder.more' : 'ladder.less', { fact: row.remedy.name[language], by: shown(Math.abs(by), row.remedy.unit) })}`
      },
    },
  ]
  return (
    <>
      <DataTable caption={step.name[language]} columns={columns} rows={step.conditions} rowKey={({ code }) => code} />
      <div className="panel-body s t2">
        {step.alsoAsked.length > 0 && <p>{t('ladder.alsoAsked', { list: wording.clauses(step.alsoAsked.map((one) => one[language])) })}</p>}
        {step.sources.map(({ title, note }) => (
          <p key={title} className="t3">
            {note ? wording.beside(title, note) : title}
          </p>
        ))}
      </div>
    </>
  )
}

function limitOf({ limit, unit, is }: Condition, shown: ReturnType<typeof useQuantity>): string {
  if (limit === null) return '—'
  return unit === YES_OR_NO ? shown(limit, unit) : `${SIGNS[is]} ${shown(limit, unit)}`
}
