import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ImportDesk } from '../../features/catalog-admin/imports/import-desk.tsx'
import { StandardList } from '../../features/catalog-admin/library/standard-list.tsx'
import { VocabularyLists } from '../../features/catalog-admin/library/vocabulary-lists.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['imports', 'standards', 'vocabularies'] as const

/** Data of the whole region: imports, standards, vocabularies. */
export function DataPage() {
  const { t } = useTranslation('operations')
  const search = useSearch({ from: '/work/o/data' })
  const tab = oneOf(search.tab, TABS) ?? 'imports'
  return (
    <>
      <PageHead title={t('data.title')} documentTitle={`${t('data.title')} ${t(`data.tabs.${tab}`)}`} />
      <TabLinks
        label={t('data.title')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`data.tabs.${value}`) }))}
        linkOf={(value) => ({ to: '/o/data', search: value === 'imports' ? {} : { tab: value } })}
      />
      {tab === 'imports' && <ImportDesk workspace="/o/data/imports" />}
      {tab === 'standards' && <StandardList />}
      {tab === 'vocabularies' && <VocabularyLists />}
    </>
  )
}
