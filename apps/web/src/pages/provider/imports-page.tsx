import { useTranslation } from 'react-i18next'
import { ImportDesk } from '../../features/catalog-admin/imports/import-desk.tsx'
import { PageHead } from '../../ui/page-head.tsx'

export function ImportsPage() {
  const { t } = useTranslation('imports')
  return (
    <>
      <PageHead title={t('title')} />
      <ImportDesk workspace="/p/import" />
    </>
  )
}
