import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { Check, TextField } from '../../ui/field.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones } from '../../ui/states.tsx'
import { ownResourcesOptions } from './calls.ts'
import './outages.css'

/** One or several of the provider's bookable resources; those chosen stay visible whatever is typed. */
export function ResourcePicker({
  id,
  chosen,
  error,
  onPick,
}: {
  id: string
  chosen: readonly string[]
  error: string | undefined
  onPick: (chosen: string[]) => void
}) {
  const { t } = useTranslation('outages')
  const query = useQuery(ownResourcesOptions)
  const [text, setText] = useState('')
  return (
    <fieldset className="outage-resources" id={id} tabIndex={-1}>
      <legend className="field-label">
        {t('form.resources')} <span className="s t3">{t('form.resourcesHint')}</span>
      </legend>
      <TextField
        label={t('form.filter')}
        isLabelHidden
        placeholder={t('form.filter')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <QueryView query={query} skeleton={<Bones rows={3} />}>
        {(resources) => (
          <div className="outage-resource-list">
            {resources.length === 0 && <p className="m t3">{t('form.noResources')}</p>}
            {resources
              .filter((row) => chosen.includes(row.resourceId) || matches(row, text))
              .map((row) => (
                <Check
                  key={row.resourceId}
                  isChecked={chosen.includes(row.resourceId)}
                  onChange={(isChecked) =>
                    onPick(isChecked ? [...chosen, row.resourceId] : chosen.filter((other) => other !== row.resourceId))
                  }
                >
                  {(currentLanguage() === 'en' && row.resourceNameEn) || row.resourceName}{' '}
                  {row.model && <span className="s t3">{row.model}</span>}
                </Check>
              ))}
          </div>
        )}
      </QueryView>
      {error && <div className="field-error">{error}</div>}
    </fieldset>
  )
}

function matches(row: { resourceName: string; resourceNameEn: string | null; model: string | null }, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return [row.resourceName, row.resourceNameEn, row.model].some((name) => name?.toLowerCase().includes(wanted))
}
