import type { WhiteList } from '@jiju/scoring/contract/credit'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { certaintyOf } from '../../lib/certainty-of.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Empty } from '../../ui/states.tsx'
import { CertaintyTag } from '../../ui/tag.tsx'
import { readWhiteList } from './calls.ts'

/** Asked for only by a press: judging an enterprise reads its score, which it sees. */
export function WhiteListPanel() {
  const { t } = useTranslation('scoring-applications')
  const reading = useMutation<WhiteList, Error, string>({ mutationFn: readWhiteList })
  return (
    <Panel
      isFlush={reading.data !== undefined}
      title={t('credit.whiteListTitle')}
      note={t('credit.whiteListNote')}
      extra={
        <Button kind="primary" isBusy={reading.isPending} onClick={() => reading.mutate('guarantee')}>
          {t('credit.readList')}
        </Button>
      }
    >
      <ProblemSummary error={reading.error} />
      {reading.data ? <Listed list={reading.data} /> : <p className="t2">{t('credit.readListHint')}</p>}
    </Panel>
  )
}

function Listed({ list }: { list: WhiteList }) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  const { rule } = list
  return (
    <>
      <div className="panel-body">
        {t(list.isCut ? 'credit.judgedCut' : 'credit.judged', {
          judged: list.judgedCount,
          listed: list.items.length,
          points: rule.threshold,
        })}{' '}
        <CertaintyTag certainty={certaintyOf(rule.certainty)} />
        <p className="s t3">
          {rule.name[currentLanguage()]} · {rule.sourceTitle} · {t('credit.validFrom', { day: format.day(rule.validFrom) })}
        </p>
      </div>
      {list.items.length === 0 ? (
        <Empty title={t('credit.noneListed')} />
      ) : (
        <DataTable
          caption={t('credit.whiteListTitle')}
          columns={[
            {
              key: 'name',
              title: t('enterprise'),
              cell: ({ enterprise }) => (
                <Link to="/b/points/$enterpriseId" params={{ enterpriseId: enterprise.enterpriseId }}>
                  {enterprise.name}
                </Link>
              ),
            },
            { key: 'score', title: t('credit.score'), look: 'num', cell: ({ score }) => score },
          ]}
          rows={list.items}
          rowKey={({ enterprise }) => enterprise.enterpriseId}
        />
      )}
    </>
  )
}
