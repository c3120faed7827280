import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CertaintyTag } from '../../ui/tag.tsx'
import type { Points } from './calls.ts'
import type { PointsText } from './use-points-text.ts'

type Gap = Points['indicators'][number]

/** What is missing or rests on the enterprise's word alone, where it would come from, and what knowing it may change. */
export function GapsPanel({ points, text, isOwn }: { points: Points; text: PointsText; isOwn: boolean }) {
  const { t } = useTranslation('points')
  const format = useFormat()
  const gaps = points.indicators.filter(({ isProved }) => !isProved)
  const weakOf = (line: Gap) => {
    const facts = points.facts.filter(({ ref }) => line.facts.includes(ref))
    return facts.find(({ statements }) => statements[0]?.confidence !== 'proved') ?? facts[0]
  }
  const stated = (line: Gap) => {
    const fact = weakOf(line)
    const statement = fact?.statements[0]
    if (!fact || !statement) return '—'
    return (
      <>
        <span className="nw">{text.quantity(Number(statement.value), fact.unit)}</span>{' '}
        <span className="s t3 nw">{format.period(statement.period)}</span>
      </>
    )
  }
  const columns: Column<Gap>[] = [
    {
      key: 'indicator',
      title: t('gaps.indicator'),
      cell: (line) => (
        <>
          {text.indicator(line.code)} {line.state === 'known' && <CertaintyTag certainty="unconfirmed" />}
        </>
      ),
    },
    {
      key: 'state',
      title: t('gaps.state'),
      cell: (line) => (line.state === 'known' ? stated(line) : text.absence(line.why, points.run)),
    },
    { key: 'source', title: t('gaps.source'), cell: (line) => t(`source.${(weakOf(line)?.expectedFrom ?? 'self_report') as 'tax'}`) },
    {
      key: 'gain',
      title: t('gaps.gain'),
      look: 'num',
      cell: (line) => <span className="nw">{line.state === 'known' ? t('gaps.unchanged') : gain(line.ifKnown, points.steps, text)}</span>,
    },
    ...(isOwn
      ? [
          {
            key: 'next',
            title: t('gaps.next'),
            look: 'action' as const,
            cell: (line: Gap) => (
              <Link to="/e/facts" className="nw">
                {t(line.state === 'known' ? 'gaps.confirm' : 'gaps.supply')}
              </Link>
            ),
          },
        ]
      : []),
  ]
  return (
    <Panel title={t('gaps.title')} note={t('gaps.note')} isFlush>
      {gaps.length === 0 ? (
        <p className="panel-body t2">{t('gaps.none')}</p>
      ) : (
        <DataTable caption={t('gaps.title')} columns={columns} rows={gaps} rowKey={({ branch, code }) => `${branch} ${code}`} />
      )}
      <p className="panel-body s t3">{t('gaps.weights')}</p>
    </Panel>
  )
}

/** What the score would gain or lose with a value of the cohort's lower to its upper quartile. */
function gain(ifKnown: Gap['ifKnown'], now: number | null, text: PointsText): string {
  const steps = ifKnown?.flatMap((outcome) => (outcome.steps === null || now === null ? [] : [outcome.steps - now])) ?? []
  if (steps.length === 0) return '—'
  const [least, most] = [Math.min(...steps), Math.max(...steps)]
  return least === most ? text.signed(least) : `${text.signed(least)} — ${text.signed(most)}`
}
