import type { ProfileFacts } from '@jiju/people/contract/consents'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/use-format.ts'

/** The facts of the set `profile`; what is unknown is said. */
export function ProfileFactList({ facts }: { facts: ProfileFacts }) {
  const { t } = useTranslation('members')
  const format = useFormat()
  const rows: [string, string][] = [
    [t('organisation.legalRepresentative'), facts.legalRepresentative],
    [t('organisation.contactName'), facts.contactName],
    [t('organisation.contactPhone'), facts.contactPhone],
    [t('organisation.contactEmail'), facts.contactEmail],
    [t('organisation.foundedOn'), facts.foundedOn ?? ''],
    [
      t('organisation.registeredCapital'),
      facts.registeredCapital === null ? '' : `${format.money(facts.registeredCapital)} ${t('organisation.yuan')}`,
    ],
    [
      t('organisation.employeeCount'),
      facts.employeeCount === null ? '' : `${format.number(facts.employeeCount)} ${t('organisation.people')}`,
    ],
  ]
  return (
    <dl className="kv">
      {rows.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value || '—'}</dd>
        </div>
      ))}
    </dl>
  )
}
