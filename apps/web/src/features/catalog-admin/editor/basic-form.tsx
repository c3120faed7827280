import { useQuery } from '@tanstack/react-query'
import type { ParseKeys } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Check, SelectField, TextField } from '../../../ui/field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { sitesOptions } from '../calls.ts'
import { DeviceClassesField, InstrumentClassField } from './class-fields.tsx'
import type { EditorPart } from './editor-part.ts'
import { ListField } from './list-field.tsx'

/** What it is, where it stands, whom to ask, in words. */
export function BasicForm(part: EditorPart) {
  const { t } = useTranslation('editor')
  const { content, errors, onChange, isLocked } = part
  const sites = useQuery(sitesOptions)
  const text = (
    name:
      | 'nameZh'
      | 'nameEn'
      | 'model'
      | 'innerNumber'
      | 'location'
      | 'contactName'
      | 'contactPhone'
      | 'contactEmail'
      | 'contactHours'
      | 'summary'
      | 'description',
  ) => ({
    id: `field-${name}`,
    label: t(`field.${name}` as ParseKeys<'editor'>),
    value: content[name] ?? '',
    error: errors[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value === '' ? null : event.target.value }),
  })
  return (
    <>
      <fieldset className="form-group" disabled={isLocked}>
        <legend>{t('group.identity')}</legend>
        <div className="form-pair">
          <TextField {...text('nameZh')} />
          <TextField {...text('nameEn')} lang="en" />
          <TextField {...text('model')} />
          <TextField {...text('innerNumber')} />
        </div>
        <InstrumentClassField {...part} />
        <ListField
          id="field-keywords"
          label={t('field.keywords')}
          hint={t('listHint')}
          error={errors.keywords}
          value={content.keywords}
          onChange={(keywords) => onChange({ keywords })}
        />
      </fieldset>
      <fieldset className="form-group" disabled={isLocked}>
        <legend>{t('group.words')}</legend>
        <TextField {...text('summary')} maxLength={500} />
        <TextArea {...text('description')} rows={6} />
        <Specifications {...part} />
        <DeviceClassesField {...part} />
      </fieldset>
      <fieldset className="form-group" disabled={isLocked}>
        <legend>{t('group.place')}</legend>
        <div className="form-pair">
          <SelectField
            id="field-siteId"
            label={t('field.siteId')}
            error={errors.siteId}
            value={content.siteId ?? ''}
            options={[
              { value: '', label: t('option.unknown') },
              ...(sites.data?.items ?? [])
                .filter((site) => !site.isClosed || site.id === content.siteId)
                .map((site) => ({ value: site.id, label: site.name })),
            ]}
            onPick={(siteId) => onChange({ siteId: siteId || null })}
          />
          <TextField {...text('location')} />
        </div>
      </fieldset>
      <fieldset className="form-group" disabled={isLocked}>
        <legend>{t('group.contact')}</legend>
        <div className="form-pair">
          <TextField {...text('contactName')} />
          <TextField {...text('contactPhone')} type="tel" />
          <TextField {...text('contactEmail')} type="email" />
          <TextField {...text('contactHours')} />
        </div>
      </fieldset>
    </>
  )
}

function Specifications({ content, errors, onChange }: EditorPart) {
  const { t } = useTranslation('editor')
  const { specifications } = content
  const set = (index: number, change: Partial<(typeof specifications)[number]>) =>
    onChange({ specifications: specifications.map((item, at) => (at === index ? { ...item, ...change } : item)) })
  return (
    <div className="stack" style={{ gap: 8 }}>
      <div className="field-label">{t('field.specifications')}</div>
      {specifications.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place until it is saved.
        <div key={index} className="row g8 wrap top">
          <div className="f1" style={{ minWidth: 140 }}>
            <TextField
              isLabelHidden
              label={`${t('spec.name')} ${index + 1}`}
              placeholder={t('spec.name')}
              value={item.name}
              error={errors[`specifications.${index}.name`]}
              onChange={(event) => set(index, { name: event.target.value })}
            />
          </div>
          <div className="f1" style={{ minWidth: 140 }}>
            <TextField
              isLabelHidden
              label={`${t('spec.value')} ${index + 1}`}
              placeholder={t('spec.value')}
              value={item.value}
              error={errors[`specifications.${index}.value`]}
              onChange={(event) => set(index, { value: event.target.value })}
            />
          </div>
          <Check isChecked={item.isConfirmed} onChange={(isConfirmed) => set(index, { isConfirmed })}>
            {t('spec.confirmed')}
          </Check>
          <Button kind="text" size="sm" onClick={() => onChange({ specifications: specifications.filter((_, at) => at !== index) })}>
            {t('spec.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button size="sm" onClick={() => onChange({ specifications: [...specifications, { name: '', value: '', isConfirmed: false }] })}>
          {t('spec.add')}
        </Button>
      </div>
    </div>
  )
}
