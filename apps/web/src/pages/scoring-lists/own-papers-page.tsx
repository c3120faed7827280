import { useTranslation } from 'react-i18next'
import { OwnCertificates } from '../../features/scoring-lists/own-certificates.tsx'
import { OwnObjections } from '../../features/scoring-lists/own-objections.tsx'
import { useAccess } from '../../lib/session.ts'
import { PageHead } from '../../ui/page-head.tsx'

/** What an enterprise holds of its points: certificates that anybody can check, and its objections with their clocks and answers. */
export function OwnPapersPage() {
  const { t } = useTranslation('scoring-lists')
  const mayRead = useAccess('scoring.certificate.read')
  return (
    <div className="stack-24">
      <PageHead title={t('own.title')} line={t('own.lead')} />
      {mayRead && <OwnCertificates />}
      <OwnObjections />
    </div>
  )
}
