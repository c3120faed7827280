import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { CertaintyTag } from '../../ui/tag.tsx'
import type { Points } from './calls.ts'
import type { PointsText } from './use-points-text.ts'

/** What is missing or rests on the enterprise's word alone, where it would come from, and what knowing it may change. */
export function GapsPanel({ points, text, isOwn }: { points: Points; text: PointsText; isOwn: boolean }) {
  const { t } = useTranslation('points')
  const gaps = points.indicators.filter(({ isProved }) => !isProved)
  const now = points.steps
  return (
    <Panel title={t('gaps.title')} note={t('gaps.note')} isFlush>
      {gaps.length === 0 ? (
        <p className="panel-body t2">{t('gaps.none')}</p>
      ) : (
        <ScrollRegion className="tbl-wrap" label={t('gaps.title')}>
          <table className="tbl">
            <caption className="sr-only">{t('gaps.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('gaps.indicator')}</th>
                <th scope="col">{t('gaps.state')}</th>
                <th scope="col">{t('gaps.source')}</th>
                <th scope="col" className="r">
                  {t('gaps.gain')}
                </th>
                {isOwn && (
                  <th scope="col">
                    <span className="sr-only">{t('gaps.next')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {gaps.map((line) => {
                const facts = points.facts.filter(({ ref }) => line.facts.includes(ref))
                const weak = facts.find(({ statements }) => statements[0]?.confidence !== 'proved') ?? facts[0]
                return (
                  <tr key={`${line.branch} ${line.code}`}>
                    <th scope="row">
                      {text.indicator(line.code)} {line.state === 'known' && <CertaintyTag certainty="unconfirmed" />}
                    </th>
                    <td className="t2">
                      {line.state === 'known' ? stated(weak, text) : t(`absence.${line.why?.kind ?? 'missing_facts'}`)}
                    </td>
                    <td className="t2">{weak && t(`source.${weak.expectedFrom as 'tax'}`)}</td>
                    <td className="r nw">{line.state === 'known' ? t('gaps.unchanged') : gain(line.ifKnown, now, text)}</td>
                    {isOwn && (
                      <td className="r nw">
                        <Link to="/e/facts">{t(line.state === 'known' ? 'gaps.confirm' : 'gaps.supply')}</Link>
                      </td>
                    )}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <p className="panel-body s t3">{t('gaps.weights')}</p>
    </Panel>
  )
}

function stated(fact: Points['facts'][number] | undefined, text: PointsText): string {
  const statement = fact?.statements[0]
  return fact && statement ? `${text.value(Number(statement.value))} ${text.unit(fact.unit)}（${statement.period}）` : '—'
}

/** What the score would gain or lose with a value of the cohort's lower to its upper quartile. */
function gain(ifKnown: Points['indicators'][number]['ifKnown'], now: number | null, text: PointsText): string {
  const steps = ifKnown?.flatMap((outcome) => (outcome.steps === null || now === null ? [] : [outcome.steps - now])) ?? []
  if (steps.length === 0) return '—'
  const [least, most] = [Math.min(...steps), Math.max(...steps)]
  return least === most ? text.signed(least) : `${text.signed(least)} — ${text.signed(most)}`
}
