import type { PublicList } from '@jiju/scoring/contract/lists'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listPublicLists } from '../../features/scoring-lists/calls.ts'
import { LookUpObjection } from '../../features/scoring-lists/look-up-objection.tsx'
import { ListStateTag } from '../../features/scoring-lists/state-tag.tsx'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'

/** Every list that was put before the public: those on notice say until when, withdrawn ones that they are. */
export function PublicListsPage() {
  const { t, i18n } = useTranslation('scoring-lists')
  const format = useFormat()
  const { query, items, more } = usePages<PublicList>({ queryKey: ['scoring', 'public-lists'], load: listPublicLists })
  const when = (list: PublicList) =>
    list.state === 'notice'
      ? t('public.notice', { until: format.day(list.noticeUntil) })
      : list.state === 'final'
        ? t('public.final', { at: list.finalisedAt ? format.stamp(list.finalisedAt) : '' })
        : list.state === 'replaced'
          ? t('public.replaced', { at: list.replacedAt ? format.stamp(list.replacedAt) : '' })
          : t('public.withdrawn', { at: list.withdrawnAt ? format.stamp(list.withdrawnAt) : '' })
  return (
    <div className="narrow-page narrow-page-wide">
      <PageHead title={t('public.title')} line={t('public.lead')} />
      <QueryView query={query} skeleton={<Bones rows={5} />} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('public.empty')} />
            ) : (
              <>
                <ul className="line-list">
                  {items.map((list) => (
                    <li key={list.id}>
                      <span className="f1">
                        <Link to="/lists/$id" params={{ id: list.id }} className="b">
                          {i18n.language === 'en' ? list.titleEn : list.titleZh}
                        </Link>
                        <span className="s t3" style={{ display: 'block' }}>
                          {when(list)} · {t('public.count', { count: list.entryCount })}
                        </span>
                      </span>
                      <ListStateTag state={list.state} />
                    </li>
                  ))}
                </ul>
                <LoadMore {...more} />
              </>
            )}
          </div>
        )}
      </QueryView>
      <LookUpObjection />
    </div>
  )
}
