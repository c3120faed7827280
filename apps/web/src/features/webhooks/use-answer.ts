import type { ParseKeys } from 'i18next'
import { useTranslation } from 'react-i18next'

/** What came back of a try: `HTTP 204`, or why nothing did. */
export function useAnswer(): (given: { status: number | null; error: string | null }) => string {
  const { t, i18n } = useTranslation('webhooks')
  return ({ status, error }) => {
    if (status !== null) return t('delivery.status', { status })
    if (error === null) return t('delivery.none')
    const key = `error.${error}`
    return t('delivery.noAnswer', {
      error: i18n.exists(key, { ns: 'webhooks', keySeparator: false }) ? t(key as ParseKeys<'webhooks'>) : error,
    })
  }
}
