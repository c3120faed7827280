import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { searchOnceOptions } from '../../features/catalog/requests.ts'
import { SearchBox } from '../../features/catalog/search-box.tsx'
import { serverClock } from '../../lib/clock.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { Classes } from './classes.tsx'
import { Figures } from './figures.tsx'
import styles from './home-page.module.css'
import { ProvidersStrip } from './providers-strip.tsx'
import { SoonFree } from './soon-free.tsx'
import { StandardLookup } from './standard-lookup.tsx'
import { Steps } from './steps.tsx'

/** How many of the soonest are asked for: enough that most classes find their first free time among them. */
const SOONEST = 100
const MINUTES = '120'

/** First page: search, what is free soonest, live figures, classes. */
export function HomePage() {
  const { t } = useTranslation('home')
  const now = useMemo(() => serverClock.now(), [])
  const soonest = useQuery(searchOnceOptions({ sort: 'earliest', minutes: MINUTES }, SOONEST, now))
  return (
    <>
      <div className={styles.band}>
        <div className={`wide ${styles.hero}`}>
          <div>
            <PageTitle className={styles.title} documentTitle="">
              {t('title')}
              <br />
              {t('title2')}
            </PageTitle>
            <p className={styles.lead}>{t('lead')}</p>
            <SearchBox isHero />
            <Examples />
          </div>
          <SoonFree query={soonest} minutes={Number(MINUTES)} />
        </div>
      </div>
      <Figures />
      <div className={`wide ${styles.body}`}>
        <Classes soonest={soonest.data?.items ?? []} />
        <Steps />
        <ProvidersStrip />
        <StandardLookup />
      </div>
    </>
  )
}

function Examples() {
  const { t } = useTranslation('home')
  const columns = [
    [t('examples.instruments'), t('examples.instrumentWords', { returnObjects: true })],
    [t('examples.methods'), t('examples.methodWords', { returnObjects: true })],
    [t('examples.standards'), t('examples.standardWords', { returnObjects: true })],
    [t('examples.short'), t('examples.shortWords', { returnObjects: true })],
  ] as [string, string[]][]
  return (
    <div className={styles.examples}>
      {columns.map(([title, words]) => (
        <div key={title}>
          <h2 className="s t3">{title}</h2>
          <ul>
            {words.map((word) => (
              <li key={word}>
                <Link to="/search" search={{ q: word } as never} className="m">
                  {word}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
