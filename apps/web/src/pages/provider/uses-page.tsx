import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { NowBoard, WaitingBoard } from '../../features/use/board.tsx'
import { useBoardOptions } from '../../features/use/calls.ts'
import { ConsumablesPanel } from '../../features/use/consumables-panel.tsx'
import { SheetsPanel } from '../../features/use/sheets-panel.tsx'
import { UseLog } from '../../features/use/use-log.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['now', 'waiting', 'log', 'rules', 'consumables'] as const

/** 使用记录: who is on what, what waits for somebody, the meter log, the rules and sheets of the instruments. */
export function UsesPage() {
  const { t } = useTranslation('use')
  const search = useSearch({ from: '/work/p/uses' })
  const tab = oneOf(search.tab, TABS) ?? 'now'
  const query = useQuery(useBoardOptions)
  const waiting = query.data ? query.data.corrections.length + query.data.objections.length + query.data.unproved.length : undefined
  return (
    <>
      <PageHead title={t('page.title')} line={t('page.lead')} />
      <TabLinks
        label={t('page.title')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`page.tab.${value}`), count: value === 'waiting' ? waiting : undefined }))}
        linkOf={(value) => ({ to: '/p/uses', search: value === 'now' ? {} : { tab: value } })}
      />
      {tab === 'now' && <QueryView query={query}>{(board) => <NowBoard board={board} />}</QueryView>}
      {tab === 'waiting' && <QueryView query={query}>{(board) => <WaitingBoard board={board} />}</QueryView>}
      {tab === 'log' && <UseLog />}
      {tab === 'rules' && <SheetsPanel />}
      {tab === 'consumables' && <ConsumablesPanel />}
    </>
  )
}
