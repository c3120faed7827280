import { useTranslation } from 'react-i18next'
import { ImportDesk } from '../../features/catalog-admin/imports/import-desk.tsx'
import { useAccess } from '../../lib/session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Forbidden } from '../../ui/states.tsx'

export function ImportsPage() {
  const { t } = useTranslation('imports')
  if (!useAccess('catalog.import.run')) return <Forbidden />
  return (
    <>
      <PageHead title={t('title')} />
      <ImportDesk workspace="/p/import" />
    </>
  )
}
