import { useTranslation } from 'react-i18next'
import { SecondFactorSection } from '../../features/people/account/second-factor-section.tsx'
import { PageHead } from '../../ui/page-head.tsx'

/** Stands in place of every page of work while the role asks for a second factor that is not there; then the page that was wanted follows. */
export function SecondFactorNeeded({ onCodesShown }: { onCodesShown: (isShown: boolean) => void }) {
  const { t } = useTranslation('account')
  return (
    <>
      <PageHead title={t('second.requiredTitle')} />
      <div className="stack">
        <p className="notice notice-warn">{t('second.requiredLead')}</p>
        <SecondFactorSection onCodesShown={onCodesShown} />
      </div>
    </>
  )
}
