import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../../lib/i18n.ts'
import { TreeField } from '../../../ui/late/tree-field.tsx'
import { instrumentClassesOptions, listDeviceClasses } from '../calls.ts'
import { deviceClassTree, instrumentClassTree } from './class-trees.ts'
import type { EditorPart } from './editor-part.ts'

/** The class of an instrument in the national list. */
export function InstrumentClassField({ content, errors, onChange }: EditorPart) {
  const { t } = useTranslation('editor')
  const classes = useQuery(instrumentClassesOptions)
  const items = classes.data?.items ?? []
  const language = currentLanguage()
  const chosen = items.find((item) => item.code === content.classCode)
  return (
    <TreeField
      id="field-classCode"
      label={t('field.classCode')}
      error={errors.classCode}
      placeholder={t('option.unknown')}
      text={chosen ? `${chosen[language]} ${chosen.code}` : (content.classCode ?? '')}
      nodes={instrumentClassTree(items, language)}
      values={content.classCode ? [content.classCode] : []}
      none={t('classNone')}
      onPick={([code]) => onChange({ classCode: code ?? null })}
    />
  )
}

/** Classes of medical devices that the resource serves: found by typing, shown where they stand in the directory. */
export function DeviceClassesField({ content, errors, onChange }: EditorPart) {
  const { t } = useTranslation('editor')
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 250)
    return () => clearTimeout(timer)
  }, [text])
  const found = useQuery({
    queryKey: ['device-classes', 'find', asked],
    queryFn: () => listDeviceClasses(asked),
    enabled: asked.length >= 2,
    placeholderData: (earlier) => earlier,
  })
  const isAsked = asked.length >= 2
  return (
    <TreeField
      id="field-deviceClassCodes"
      label={t('field.deviceClassCodes')}
      hint={t('deviceClassHint')}
      error={errors.deviceClassCodes}
      isMultiple
      text={content.deviceClassCodes.join('、')}
      nodes={isAsked ? deviceClassTree(found.data?.items ?? []) : []}
      values={content.deviceClassCodes}
      none={isAsked && !found.isFetching ? t('classNone') : t('deviceClassHint')}
      onSearch={setText}
      onPick={(deviceClassCodes) => onChange({ deviceClassCodes })}
    />
  )
}
