import type { ResourceContent } from '@jiju/catalog/contract/resource-content'
import { useQuery } from '@tanstack/react-query'
import type { ParseKeys } from 'i18next'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { Check, SelectField, TextField } from '../../../ui/field.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { instrumentClassesOptions, listDeviceClasses, sitesOptions } from '../calls.ts'
import { ListField } from './list-field.tsx'

export type ContentChange = Partial<Omit<ResourceContent, 'kind' | 'detail'>>
export type EditorPart = {
  readonly content: ResourceContent
  readonly errors: Readonly<Record<string, string>>
  readonly isLocked: boolean
  readonly onChange: (change: ContentChange) => void
}

/** What it is, where it stands, whom to ask, in words. */
export function BasicForm(part: EditorPart) {
  const { t } = useTranslation('editor')
  const { content, errors, onChange, isLocked } = part
  const sites = useQuery(sitesOptions)
  const classes = useQuery(instrumentClassesOptions)
  const isEnglish = currentLanguage() === 'en'
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
        <SelectField
          id="field-classCode"
          label={t('field.classCode')}
          error={errors.classCode}
          value={content.classCode ?? ''}
          options={[
            { value: '', label: t('option.unknown') },
            ...(classes.data?.items ?? []).map((item) => ({
              value: item.code,
              label: `${'　'.repeat(item.code.length / 2 - 1)}${isEnglish ? item.en : item.zh} ${item.code}`,
            })),
          ]}
          onPick={(code) => onChange({ classCode: code || null })}
        />
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
        <DeviceClasses {...part} />
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

function DeviceClasses({ content, isLocked, onChange }: EditorPart) {
  const { t } = useTranslation('editor')
  const codes = content.deviceClassCodes
  return (
    <div className="stack" style={{ gap: 8 }}>
      {!isLocked && (
        <Combobox
          label={t('field.deviceClassCodes')}
          placeholder={t('deviceClassHint')}
          queryKey="device-classes"
          find={async (text) => (await listDeviceClasses(text)).items}
          keyOf={(item) => `${item.code}/${item.subdivision}/${item.ordinal}`}
          show={(item) => (
            <>
              <span className="mono">{item.code}</span> {item.name}
            </>
          )}
          none={t('deviceClassNone')}
          onPick={(item) => {
            if (!codes.includes(item.code)) onChange({ deviceClassCodes: [...codes, item.code] })
          }}
        />
      )}
      {codes.length > 0 && (
        <div className="row g8 wrap">
          {codes.map((code) => (
            <Tag
              key={code}
              {...(isLocked
                ? {}
                : {
                    onRemove: () => onChange({ deviceClassCodes: codes.filter((each) => each !== code) }),
                    removeLabel: `${t('spec.remove')} ${code}`,
                  })}
            >
              {code}
            </Tag>
          ))}
        </div>
      )}
    </div>
  )
}
