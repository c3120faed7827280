import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { createFormatter, type Formatter, type FormatWords } from './format.ts'

/** The formatter in the reader's language. */
export function useFormat(): Formatter {
  const { t, i18n } = useTranslation('common')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` keeps its identity while the language changes.
  return useMemo(() => createFormatter(t('format', { returnObjects: true }) as FormatWords), [t, i18n.language])
}
