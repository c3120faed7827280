import type { ResourceContent } from '@jiju/catalog/contract/resource-content'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Check, TextField } from '../../../ui/field.tsx'
import { CUSTOMS_FIELDS, DETAIL_FORM, EMPTY_CUSTOMS } from './content-fields.ts'
import { DetailFields, DetailForm } from './detail-form.tsx'

type Part = {
  readonly content: ResourceContent
  readonly errors: Readonly<Record<string, string>>
  readonly isLocked: boolean
  readonly onChange: (change: Partial<ResourceContent>) => void
}

/** The fields of the kind; for instruments those of the national network. */
export function DetailTab({ content, errors, isLocked, onChange }: Part) {
  const setDetail = (change: Readonly<Record<string, unknown>>) =>
    onChange({ detail: { ...content.detail, ...change } } as Partial<ResourceContent>)
  return (
    <div className="panel panel-body stack-24">
      <DetailForm
        groups={DETAIL_FORM[content.kind]}
        values={content.detail}
        errors={errors}
        prefix="detail"
        isLocked={isLocked}
        onChange={setDetail}
      />
      {content.kind === 'instrument' && (
        <Customs customs={content.detail.customs} errors={errors} isLocked={isLocked} onChange={(customs) => setDetail({ customs })} />
      )}
      {content.kind === 'testing_service' && (
        <Parameters
          parameters={content.detail.parameters}
          errors={errors}
          isLocked={isLocked}
          onChange={(parameters) => setDetail({ parameters })}
        />
      )}
    </div>
  )
}

type CustomsRecord = Extract<ResourceContent, { kind: 'instrument' }>['detail']['customs']

function Customs({
  customs,
  errors,
  isLocked,
  onChange,
}: {
  customs: CustomsRecord
  errors: Readonly<Record<string, string>>
  isLocked: boolean
  onChange: (customs: unknown) => void
}) {
  const { t } = useTranslation('editor')
  return (
    <fieldset className="form-group" disabled={isLocked}>
      <legend>{t('group.customs')}</legend>
      <Check isChecked={customs !== null} onChange={(isOn) => onChange(isOn ? EMPTY_CUSTOMS : null)}>
        {t('field.customs')}
      </Check>
      {customs !== null && (
        <DetailFields
          fields={CUSTOMS_FIELDS}
          values={customs}
          errors={errors}
          prefix="detail.customs"
          isLocked={isLocked}
          onChange={(change) => onChange({ ...customs, ...change })}
        />
      )}
    </fieldset>
  )
}

type ParameterList = Extract<ResourceContent, { kind: 'testing_service' }>['detail']['parameters']

function Parameters({
  parameters,
  errors,
  isLocked,
  onChange,
}: {
  parameters: ParameterList
  errors: Readonly<Record<string, string>>
  isLocked: boolean
  onChange: (parameters: ParameterList) => void
}) {
  const { t } = useTranslation('editor')
  const set = (index: number, change: Partial<ParameterList[number]>) =>
    onChange(parameters.map((item, at) => (at === index ? { ...item, ...change } : item)))
  return (
    <fieldset className="form-group" style={{ gap: 8 }} disabled={isLocked}>
      <legend>{t('field.parameters')}</legend>
      {parameters.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place until it is saved.
        <div key={index} className="row g8 wrap top">
          <div className="f1" style={{ minWidth: 160 }}>
            <TextField
              isLabelHidden
              label={`${t('field.name')} ${index + 1}`}
              placeholder={t('field.name')}
              value={item.name}
              error={errors[`detail.parameters.${index}.name`]}
              onChange={(event) => set(index, { name: event.target.value })}
            />
          </div>
          <div className="f1" style={{ minWidth: 160 }}>
            <TextField
              isLabelHidden
              label={`${t('field.limits')} ${index + 1}`}
              placeholder={t('field.limits')}
              value={item.limits ?? ''}
              onChange={(event) => set(index, { limits: event.target.value || null })}
            />
          </div>
          <Button kind="text" size="sm" onClick={() => onChange(parameters.filter((_, at) => at !== index))}>
            {t('spec.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button size="sm" onClick={() => onChange([...parameters, { name: '', limits: null }])}>
          {t('spec.add')}
        </Button>
      </div>
    </fieldset>
  )
}
