import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

/** A bug in a page, or a chunk of an earlier version that is gone: reloading is what helps in both cases. */
export function Crash({ error }: { error: unknown }) {
  const { t } = useTranslation('common')
  const isNewVersion = /dynamically imported module|module script failed|Failed to fetch/i.test(String(error))
  return (
    <div className="state" role="alert">
      <h1 className="h2">{isNewVersion ? t('updated.text') : t('crash.title')}</h1>
      {!isNewVersion && <p>{t('crash.text')}</p>}
      <Button kind="primary" onClick={() => location.reload()}>
        {t('crash.reload')}
      </Button>
    </div>
  )
}
