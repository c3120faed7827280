import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { type Candidate, findCandidates } from './calls.ts'

/** One of the people whom the provider knows. */
export function PersonPicker({ value, onPick }: { value: Candidate | null; onPick: (person: Candidate | null) => void }) {
  const { t } = useTranslation('qualification')
  if (value)
    return (
      <div>
        <div className="field-label">{t('grant.person')}</div>
        <div className="row sb g8">
          <span>
            {value.name} <span className="s t3">{value.organisationName}</span>
          </span>
          <Button size="sm" kind="text" onClick={() => onPick(null)}>
            {t('grant.otherPerson')}
          </Button>
        </div>
      </div>
    )
  return (
    <Combobox
      label={t('grant.person')}
      hint={t('grant.personHint')}
      queryKey="qualification-candidates"
      minLength={1}
      find={findCandidates}
      keyOf={({ id }) => id}
      show={({ name, organisationName }) => (
        <>
          {name} <span className="s t3">{organisationName}</span>
        </>
      )}
      none={t('grant.nobody')}
      onPick={onPick}
    />
  )
}
