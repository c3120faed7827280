import type { Organisation } from '@jiju/people/contract/organisations'
import { useTranslation } from 'react-i18next'

/** What the operator's decision means for the organisation now; nothing when it is verified. */
export function OrganisationStatusNotice({ organisation }: { organisation: Pick<Organisation, 'status' | 'statusReason'> }) {
  const { t } = useTranslation('members')
  const reason = organisation.statusReason ?? ''
  switch (organisation.status) {
    case 'pending':
      return <p className="notice notice-warn">{t('organisation.pendingNote')}</p>
    case 'rejected':
      return <p className="notice notice-bad">{t('organisation.rejectedNote', { reason })}</p>
    case 'suspended':
      return <p className="notice notice-bad">{t('organisation.suspendedNote', { reason })}</p>
    default:
      return null
  }
}
