import type { SearchItem } from '@jiju/catalog/contract/search'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { label } from '../../features/catalog/names.ts'
import { type Overview, overviewOptions } from '../../features/catalog/requests.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bone } from '../../ui/states.tsx'
import styles from './home-page.module.css'

const SHOWN = 8

/** National first-level classes of large instruments. */
const ICONS: Record<string, IconName> = {
  '01': 'molecule',
  '02': 'gauge',
  '03': 'scale',
  '04': 'star',
  '05': 'drop',
  '06': 'globe',
  '07': 'globe',
  '08': 'electric',
  '09': 'bio',
  '10': 'imaging',
  '11': 'shield',
  x1: 'factory',
  x2: 'imaging',
  x3: 'code',
}

/** Classes that hold instruments, the fullest first, each with its first free time when it is among the soonest. */
export function Classes({ soonest }: { soonest: readonly SearchItem[] }) {
  const { t } = useTranslation('home')
  const query = useQuery(overviewOptions)
  const [isAll, setAll] = useState(false)
  const total = query.data?.instrumentClasses.length ?? 0
  return (
    <section aria-labelledby="classes">
      <div className={styles.sectionHead}>
        <h2 className="h-block" id="classes">
          {t('classes.title')}
        </h2>
        {total > SHOWN && (
          <button type="button" className="link-btn m row g4" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
            {isAll ? t('classes.less') : t('classes.all', { count: total })} <Icon name="chevronRight" size={12} />
          </button>
        )}
      </div>
      <QueryView query={query} skeleton={<Bone height={220} />}>
        {(overview) => (
          <>
            <ul className={`panel ${styles.classes}`}>
              {byCount(overview)
                .slice(0, isAll ? undefined : SHOWN)
                .map((entry) => (
                  <ClassCell
                    key={entry.code}
                    entry={entry}
                    first={soonest.find((item) => item.classCode?.startsWith(entry.code) && item.firstFree)}
                  />
                ))}
            </ul>
            <OtherKinds overview={overview} />
          </>
        )}
      </QueryView>
    </section>
  )
}

function byCount(overview: Overview) {
  return [...overview.instrumentClasses].sort((a, b) => b.count - a.count || a.code.localeCompare(b.code))
}

function ClassCell({ entry, first }: { entry: Overview['instrumentClasses'][number]; first: SearchItem | undefined }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  return (
    <li>
      <Link to="/search" search={{ class: entry.code } as never}>
        <Icon name={ICONS[entry.code] ?? 'instrument'} size={24} className={styles.classIcon} />
        <span className="f1">
          <span className="h3">{label(entry)}</span>
          <span className="s t3">{t('classes.count', { n: format.number(entry.count) })}</span>
          {first?.firstFree && (
            <span className="s t3">
              {t('classes.earliest')} <span className="ok">{format.instant(first.firstFree.start)}</span>
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}

/** Everything beside instruments, by kind. */
function OtherKinds({ overview }: { overview: Overview }) {
  const { t } = useTranslation(['home', 'common'])
  const format = useFormat()
  const kinds = overview.kinds.filter((entry) => entry.kind !== 'instrument' && entry.count > 0).sort((a, b) => b.count - a.count)
  if (kinds.length === 0) return null
  return (
    <div className={styles.kinds}>
      <h3 className="m t3">{t('classes.services')}</h3>
      <ul>
        {kinds.map((entry) => (
          <li key={entry.kind}>
            <Link to="/search" search={{ kind: entry.kind } as never}>
              {t(`common:kind.${entry.kind}`)} <span className="t3">{format.number(entry.count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
