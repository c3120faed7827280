import { Link, useRouter } from '@tanstack/react-router'
import { type CSSProperties, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestProblem } from '../lib/problem.ts'
import { Button, ButtonLink } from './button.tsx'
import { PageTitle } from './page-title.tsx'

/** Nothing to show yet: one line what appears here, and one action. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="state">
      <p className="h2">{title}</p>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}

/** Takes the place of the part that failed; the rest of the page stays. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { t } = useTranslation('common')
  const problem = error instanceof RequestProblem ? error : null
  const text = problem?.status === 0 ? t('error.offline') : (problem?.problems[0]?.message ?? t('error.text'))
  return (
    <div className="state state-inline" role="alert">
      <p className="h2">{problem?.status === 0 ? t('error.offlineTitle') : t('error.title')}</p>
      <p>{text}</p>
      {problem?.requestId && <p className="s t3">{t('error.number', { id: problem.requestId })}</p>}
      {onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
    </div>
  )
}

/** The reader may not see this page; says who can grant it. */
export function Forbidden() {
  const { t } = useTranslation('common')
  return (
    <div className="state">
      <PageTitle className="h2">{t('forbidden.title')}</PageTitle>
      <p>{t('forbidden.text')}</p>
      <ButtonLink to="/">{t('toHome')}</ButtonLink>
    </div>
  )
}

/** Also what another tenant's id looks like. */
export function NotFound() {
  const { t } = useTranslation('common')
  return (
    <div className="state">
      <PageTitle className="h1">{t('notFound.title')}</PageTitle>
      <p>{t('notFound.text')}</p>
      <div className="row g8 wrap" style={{ justifyContent: 'center' }}>
        <ButtonLink to="/" kind="primary">
          {t('toHome')}
        </ButtonLink>
        <ButtonLink to="/search">{t('nav.search')}</ButtonLink>
      </div>
    </div>
  )
}

/** For pages that need a sign-in; comes back to the same address. */
export function SignInNeeded() {
  const { t } = useTranslation('common')
  const { href } = useRouter().latestLocation
  return (
    <div className="state">
      <PageTitle className="h2">{t('signInNeeded.title')}</PageTitle>
      <p>{t('signInNeeded.text')}</p>
      <Link to="/signin" search={{ next: href }} className="btn btn-primary">
        {t('nav.signIn')}
      </Link>
    </div>
  )
}

/** One grey bar of the layout that is coming. */
export function Bone({ width = '100%', height = 16, style }: { width?: number | string; height?: number | string; style?: CSSProperties }) {
  return <span className="skeleton" style={{ width, height, ...style }} />
}

/** Shows the skeleton only after 200 ms, so that quick answers do not flicker. */
export function Skeleton({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('common')
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 200)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div aria-busy="true">
      <span className="sr-only" role="status">
        {isShown ? t('loading') : ''}
      </span>
      <div style={{ visibility: isShown ? 'visible' : 'hidden' }}>{children ?? <Bones />}</div>
    </div>
  )
}

/** Rows of grey bars for lists and panels without a layout of their own. */
export function Bones({ rows = 4 }: { rows?: number }) {
  return (
    <div className="col g16" style={{ padding: 16 }}>
      {Array.from({ length: rows }, (_, index) => index).map((index) => (
        <div key={index} className="col g8">
          <Bone width="40%" />
          <Bone width="75%" height={12} />
        </div>
      ))}
    </div>
  )
}
