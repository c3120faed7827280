import type { Me } from '@jiju/people/contract/me'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { activeOrganisation, useChooseOrganisation, useSignOut, workspacePath } from '../lib/session.ts'
import { announce } from '../ui/announce.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './frame.module.css'
import { Menu } from './menu.tsx'

/** The signed-in person: organisation in use, switch between several, ways into the workspace, sign-out. */
export function AccountMenu({ me, person }: { me: Me; person: NonNullable<Me['person']> }) {
  const { t } = useTranslation('common')
  const navigate = useNavigate()
  const chooseOrganisation = useChooseOrganisation()
  const signOut = useSignOut()
  const organisation = activeOrganisation(me)

  const choose = async (id: string, name: string) => {
    await chooseOrganisation(id)
    announce(t('nav.switchedTo', { name }))
    const { pathname } = window.location
    // A workspace belongs to one kind of organisation: another one has its own.
    if (/^\/[epo](\/|$)/.test(pathname)) await navigate({ to: '/workspace' })
  }

  return (
    <Menu
      label={`${organisation?.shortName ?? ''} ${t('nav.accountMenu', { name: person.name })}`.trim()}
      button={
        <>
          {organisation && <span className={`ell ${styles.orgName}`}>{organisation.shortName}</span>}
          <span className="avatar" aria-hidden="true">
            {person.name.slice(0, 1)}
          </span>
        </>
      }
    >
      <div className={styles.menuHead}>{person.name}</div>
      <Link to={workspacePath(me)}>
        <Icon name="list" /> {t('nav.workspace')}
      </Link>
      <Link to="/account">
        <Icon name="settings" /> {t('nav.account')}
      </Link>
      {me.memberships.length > 0 && (
        <>
          <hr />
          <div className={styles.menuHead}>{t('nav.organisations')}</div>
          {me.memberships.map(({ organisation: { id, shortName } }) => (
            <button
              key={id}
              type="button"
              className={id === me.activeOrganisationId ? styles.isOn : undefined}
              aria-pressed={id === me.activeOrganisationId}
              onClick={() => void choose(id, shortName)}
            >
              <span className="ell">{shortName}</span>
              {id === me.activeOrganisationId && <Icon name="check" />}
            </button>
          ))}
        </>
      )}
      <hr />
      <button
        type="button"
        onClick={async () => {
          await signOut()
          await navigate({ to: '/' })
        }}
      >
        {t('nav.signOut')}
      </button>
    </Menu>
  )
}
