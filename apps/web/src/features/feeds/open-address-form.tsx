import type { SecretAddress } from '@jiju/booking/contract/feeds'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage, type Language } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { FieldFrame, Segmented, SelectField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import type { AddressWish, Subject } from './calls.ts'

type Use = 'mine' | 'busy' | 'door'

/** What an address is for, of what, and how much it shows. */
export function OpenAddressForm({
  subjects,
  existing,
  mayShare,
  suggested,
  isBusy,
  error,
  onSend,
}: {
  subjects: readonly Subject[]
  existing: readonly SecretAddress[]
  mayShare: boolean
  /** The resource from whose page the reader comes. */
  suggested: string | undefined
  isBusy: boolean
  error: Error | null
  onSend: (wish: AddressWish) => void
}) {
  const { t } = useTranslation('feeds')
  const subjectId = useId()
  const [use, setUse] = useState<Use>(mayShare ? 'door' : 'mine')
  const [picked, setPicked] = useState(suggested ?? '')
  const [detail, setDetail] = useState<'organisation' | 'busy'>('organisation')
  const [language, setLanguage] = useState<Language>(currentLanguage())
  const isEnglish = currentLanguage() === 'en'
  const possible = subjects.filter(({ subject }) => use !== 'door' || subject !== 'provider')
  const chosen = possible.find(({ id }) => id === picked) ?? possible[0]
  const isReplaced = existing.some(
    (address) =>
      address.subjectId === chosen?.id && address.isShared === (use !== 'mine') && address.purpose === (use === 'door' ? 'door' : 'feed'),
  )
  const send = () => {
    if (!chosen) return
    const of = { subjectId: chosen.id, language }
    const { subject } = chosen
    if (use === 'mine') onSend({ use: 'mine', subject, ...of })
    else if (use === 'busy') onSend({ use: 'shared', purpose: 'feed', subject, ...of })
    else if (subject !== 'provider') onSend({ use: 'shared', purpose: 'door', subject, detail, ...of })
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <ProblemSummary error={error} />
      <div>
        <span className="field-label">{t('form.use')}</span>
        <Segmented
          label={t('form.use')}
          value={use}
          options={(['door', 'busy', 'mine'] as const).map((value) => ({
            value,
            label: t(`form.${value}`),
            isDisabled: value !== 'mine' && !mayShare,
          }))}
          onPick={setUse}
        />
        <div className="s t3">{t(`form.${use}Hint`)}</div>
      </div>
      <FieldFrame id={subjectId} label={t('form.subject')}>
        <select id={subjectId} className="select" value={chosen?.id ?? ''} onChange={(event) => setPicked(event.target.value)}>
          {(['provider', 'site', 'resource'] as const).map((kind) => {
            const group = possible.filter(({ subject }) => subject === kind)
            return (
              group.length > 0 && (
                <optgroup key={kind} label={t(`subject.${kind}`)}>
                  {group.map(({ id, name, nameEn }) => (
                    <option key={id} value={id}>
                      {(isEnglish ? nameEn : null) ?? name}
                    </option>
                  ))}
                </optgroup>
              )
            )
          })}
        </select>
      </FieldFrame>
      {use === 'door' && (
        <div>
          <span className="field-label">{t('form.detail')}</span>
          <Segmented
            label={t('form.detail')}
            value={detail}
            options={(['organisation', 'busy'] as const).map((value) => ({ value, label: t(`detail.${value}`) }))}
            onPick={setDetail}
          />
        </div>
      )}
      <SelectField
        label={t('form.language')}
        value={language}
        options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
        onPick={setLanguage}
      />
      {isReplaced && <p className="notice notice-warn">{t('form.replaces')}</p>}
      <div>
        <Button kind="primary" type="submit" isBusy={isBusy} disabled={!chosen}>
          {t('form.submit')}
        </Button>
      </div>
    </form>
  )
}
