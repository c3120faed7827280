import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty } from '../../ui/states.tsx'

/** What a person without an organisation sees instead of a workbench. */
export function SetUpOrganisation() {
  const { t } = useTranslation('bench')
  return (
    <>
      <PageHead title={t('title')} />
      <div className="panel">
        <Empty
          title={t('setup.title')}
          action={
            <ButtonLink to="/join" kind="primary">
              {t('setup.action')}
            </ButtonLink>
          }
        >
          {t('setup.text')}
        </Empty>
      </div>
    </>
  )
}
