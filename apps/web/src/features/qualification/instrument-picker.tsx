import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Check, TextField } from '../../ui/field.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { Bones } from '../../ui/states.tsx'
import { instrumentsOptions } from './calls.ts'
import { useNameOf } from './names.ts'
import './qualification.css'

/** Some of the provider's instruments; those chosen stay visible whatever is typed, and those chosen before stand first. */
export function InstrumentPicker({
  id,
  chosen,
  error,
  onPick,
}: {
  id?: string
  chosen: readonly string[]
  error?: string | undefined
  onPick: (chosen: string[]) => void
}) {
  const { t } = useTranslation('qualification')
  const nameOf = useNameOf()
  const query = useQuery(instrumentsOptions)
  const [text, setText] = useState('')
  const [first] = useState(chosen)
  const matches = (...names: (string | null)[]) => names.some((name) => name?.toLowerCase().includes(text.trim().toLowerCase()))
  return (
    <fieldset className="form-group" id={id} tabIndex={-1}>
      <legend className="field-label">{t('instruments')}</legend>
      <TextField
        label={t('findInstrument')}
        isLabelHidden
        placeholder={t('findInstrument')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <QueryView query={query} skeleton={<Bones rows={3} />}>
        {(instruments) => (
          <ScrollRegion className="pick-list" label={t('instruments')}>
            {instruments
              .filter((row) => chosen.includes(row.resourceId) || matches(row.resourceName, row.resourceNameEn, row.model))
              .sort((a, b) => Number(first.includes(b.resourceId)) - Number(first.includes(a.resourceId)))
              .map(({ resourceId, resourceName: name, resourceNameEn: nameEn, model }) => (
                <Check
                  key={resourceId}
                  isChecked={chosen.includes(resourceId)}
                  onChange={(isChecked) => onPick(isChecked ? [...chosen, resourceId] : chosen.filter((other) => other !== resourceId))}
                >
                  {nameOf({ name, nameEn })} {model && <span className="s t3">{model}</span>}
                </Check>
              ))}
          </ScrollRegion>
        )}
      </QueryView>
      {error && <div className="field-error">{error}</div>}
    </fieldset>
  )
}
