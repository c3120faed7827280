import type { PublicList } from '@jiju/scoring/contract/lists'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { publicListOptions } from '../../features/scoring-lists/calls.ts'
import { CertificatePanel } from '../../features/scoring-lists/certificate-panel.tsx'
import { EntriesPanel } from '../../features/scoring-lists/entries-panel.tsx'
import { LookUpObjection } from '../../features/scoring-lists/look-up-objection.tsx'
import { ObjectionForm } from '../../features/scoring-lists/objection-form.tsx'
import { useListWords } from '../../features/scoring-lists/rule-text.ts'
import { ShiftsPanel } from '../../features/scoring-lists/shifts-panel.tsx'
import { ListStateTag } from '../../features/scoring-lists/state-tag.tsx'
import { useFormat } from '../../lib/use-format.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import '../../ui/workspace.css'

/** A list before the public: until when it can be objected to, who is on it, and what it rests on. */
export function PublicListPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return (
    <QueryView query={useQuery(publicListOptions(id))} isPage>
      {(list) => <ListView list={list} />}
    </QueryView>
  )
}

function ListView({ list }: { list: PublicList }) {
  const { t, i18n } = useTranslation('scoring-lists')
  const format = useFormat()
  const words = useListWords(list)
  const isWithdrawn = list.state === 'withdrawn'
  return (
    <div className="wide stack-24" style={{ paddingBlock: 32 }}>
      <PageHead title={words.title} beside={<ListStateTag state={list.state} />} line={list.number} />
      <Standing list={list} />
      <Corrections list={list} />
      <div className={isWithdrawn ? undefined : 'two-columns'} style={isWithdrawn ? { maxWidth: 560 } : undefined}>
        {!isWithdrawn && (
          <div className="stack-24">
            <ShiftsPanel list={list} isPublic />
            <EntriesPanel list={list} isPublic showsScores={list.showsScores} />
          </div>
        )}
        <aside className="stack-24">
          {list.takesObjections && <ObjectionForm list={list} />}
          <Panel title={t('runs.basis')}>
            <FactList
              facts={[
                [t('public.rule'), words.rule],
                [t('public.period'), format.period(list.period)],
                [t('public.dataDate'), format.stamp(list.dataDate)],
                [t('public.model'), `${i18n.language === 'en' ? list.model.name.en : list.model.name.zh} ${list.model.version}`],
                [t('public.run'), list.runNumber],
                [t('public.contact'), list.contact],
              ]}
            />
            <div style={{ marginTop: 12 }}>
              <p className="s t3">{t('public.hash')}</p>
              <p className="mono s" style={{ overflowWrap: 'anywhere' }}>
                {list.resultSha256}
              </p>
            </div>
          </Panel>
          {!isWithdrawn && list.state !== 'replaced' && <CertificatePanel runId={list.runId} />}
          <LookUpObjection />
        </aside>
      </div>
    </div>
  )
}

/** What a list corrects and why; or that its own correction is on notice. */
function Corrections({ list }: { list: PublicList }) {
  const { t } = useTranslation('scoring-lists')
  const { corrects, supplement } = list
  if (corrects)
    return (
      <div className="notice" role="note">
        <div className="f1">
          <p className="b">{t('public.correctsTitle')}</p>
          <p className="pre">{t('public.correctsText', { reason: corrects.reason })}</p>
          <Link to="/lists/$id" params={{ id: corrects.id }}>
            {corrects.number}
          </Link>
        </div>
      </div>
    )
  if (!supplement || list.state !== 'final') return null
  return (
    <div className="notice notice-warn" role="note">
      <div className="f1">
        <p className="b">{t('public.supplementTitle')}</p>
        <p>{t('public.supplementText')}</p>
        <Link to="/lists/$id" params={{ id: supplement.id }}>
          {supplement.number}
        </Link>
      </div>
    </div>
  )
}

/** Where the list stands, in words and first. */
function Standing({ list }: { list: PublicList }) {
  const { t } = useTranslation('scoring-lists')
  const format = useFormat()
  if (list.state === 'withdrawn')
    return (
      <div className="notice notice-bad" role="status">
        <div className="f1">
          <p className="b">{t('public.withdrawnTitle')}</p>
          <p className="pre">{list.withdrawReason}</p>
        </div>
      </div>
    )
  if (list.state === 'replaced')
    return (
      <div className="notice notice-warn" role="status">
        <div className="f1">
          <p className="b">{t('public.replacedTitle', { at: list.replacedAt ? format.stamp(list.replacedAt) : '' })}</p>
          <p>{t('public.replacedText')}</p>
          {list.supplement && (
            <Link to="/lists/$id" params={{ id: list.supplement.id }}>
              {t('public.toSupplement')}
            </Link>
          )}
        </div>
      </div>
    )
  if (list.state === 'final')
    return (
      <div className="notice notice-ok" role="status">
        <div className="f1">
          <p className="b">{t('public.finalTitle')}</p>
          <p>{t('public.finalText')}</p>
        </div>
      </div>
    )
  return (
    <div className="notice notice-warn" role="status">
      <div className="f1">
        <p className="b">
          {list.takesObjections
            ? t('public.noticeTitle', { from: format.day(list.noticeFrom), until: format.day(list.noticeUntil) })
            : t('public.over')}
        </p>
        {list.takesObjections && <p>{t('public.noticeText', { days: list.objectionDays })}</p>}
      </div>
    </div>
  )
}
