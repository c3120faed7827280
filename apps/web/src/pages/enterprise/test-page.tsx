import type { KnowledgeTestCover, TestAttempt } from '@jiju/booking/contract/tests'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AttemptForm } from '../../features/qualification/attempt-form.tsx'
import { beginAttempt, coverOptions } from '../../features/qualification/calls.ts'
import { useNameOf } from '../../features/qualification/names.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** A test of knowledge: cover, questions, result. */
export function TestPage() {
  const { id } = useParams({ from: '/work/tests/$id' })
  const query = useQuery(coverOptions(id))
  return (
    <QueryView query={query} isPage>
      {(cover) => <Loaded cover={cover} />}
    </QueryView>
  )
}

function Loaded({ cover }: { cover: KnowledgeTestCover }) {
  const client = useQueryClient()
  const [attempt, setAttempt] = useState<TestAttempt | null>(null)
  const done = async (submitted: TestAttempt) => {
    setAttempt(submitted)
    window.scrollTo({ top: 0 })
    for (const queryKey of [['tests'], ['passport'], ['qualifications'], ['trainings']]) await client.invalidateQueries({ queryKey })
  }
  return (
    <div className="narrow-page-wide">
      <PageHead title={cover.title} line={cover.providerName} />
      {attempt === null && <Cover cover={cover} onBegin={setAttempt} />}
      {attempt && !attempt.result && <AttemptForm key={attempt.id} attempt={attempt} onDone={(submitted) => void done(submitted)} />}
      {attempt?.result && <Result cover={cover} result={attempt.result} onAgain={() => setAttempt(null)} />}
    </div>
  )
}

function Cover({ cover, onBegin }: { cover: KnowledgeTestCover; onBegin: (attempt: TestAttempt) => void }) {
  const { t } = useTranslation('qualification')
  const format = useFormat()
  const nameOf = useNameOf()
  const command = useCommand({ run: beginAttempt, onDone: onBegin })
  const { mine } = cover
  return (
    <Panel>
      <div className="stack">
        {cover.intro && <p className="pre">{cover.intro}</p>}
        <dl className="kv">
          <dt>{t('test.questions')}</dt>
          <dd>{cover.questionCount}</dd>
          <dt>{t('test.passPercent')}</dt>
          <dd>{cover.passPercent}%</dd>
          <dt>{t('test.attemptLimit')}</dt>
          <dd>{cover.attemptLimit ? t('test.usedOf', { used: mine.used, limit: cover.attemptLimit }) : t('test.anyNumber')}</dd>
          {cover.grantsLevel && (
            <>
              <dt>{t('test.grants')}</dt>
              <dd>
                {t(`levels.${cover.grantsLevel as 1 | 2 | 3}`)} · {cover.resources.map(nameOf).join(t('comma'))}
              </dd>
            </>
          )}
        </dl>
        <ProblemSummary error={command.error} />
        {mine.isPassed && <p className="notice notice-ok">{t('test.youPassed')}</p>}
        {mine.againAt && <p className="notice notice-warn">{t('test.again', { time: format.instant(mine.againAt) })}</p>}
        {!mine.isPassed && !mine.canBegin && !mine.againAt && <p className="notice notice-warn">{t('test.used')}</p>}
        {mine.canBegin && !mine.isPassed && (
          <Button kind="primary" size="lg" isBlock isBusy={command.isPending} onClick={() => command.mutate({ id: cover.id })}>
            {t(mine.openAttemptId ? 'test.goOn' : 'test.begin')}
          </Button>
        )}
      </div>
    </Panel>
  )
}

function Result({
  cover,
  result,
  onAgain,
}: {
  cover: KnowledgeTestCover
  result: NonNullable<TestAttempt['result']>
  onAgain: () => void
}) {
  const { t } = useTranslation('qualification')
  return (
    <Panel title={t(result.isPassed ? 'test.resultPassed' : 'test.resultFailed')}>
      <div className="stack" role="status">
        <p>{t('test.resultText', { correct: result.correctCount, of: result.questionCount, percent: result.passPercent })}</p>
        {result.grantedLevel && (
          <p className="notice notice-ok">{t('test.granted', { level: t(`levels.${result.grantedLevel as 1 | 2 | 3}`) })}</p>
        )}
        <div className="row g8 wrap">
          {result.isPassed && cover.resources[0] && (
            <ButtonLink kind="primary" to="/resources/$id" params={{ id: cover.resources[0].id }}>
              {t('test.book')}
            </ButtonLink>
          )}
          {result.isPassed ? (
            <ButtonLink to="/account/passport">{t('passport.title')}</ButtonLink>
          ) : (
            <Button onClick={onAgain}>{t('test.back')}</Button>
          )}
        </div>
      </div>
    </Panel>
  )
}
