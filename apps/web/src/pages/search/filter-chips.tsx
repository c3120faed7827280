import { useTranslation } from 'react-i18next'
import { parseConditions, type SearchConditions, type Sort, sortOf, toggle } from '../../features/catalog/search-conditions.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './search-page.module.css'

/** Phones: the sheet, the order, and the four most used conditions as chips. */
export function FilterChips({
  conditions,
  onChange,
  onOpen,
  appliedCount,
}: {
  conditions: SearchConditions
  onChange: (next: SearchConditions) => void
  onOpen: () => void
  appliedCount: number
}) {
  const { t } = useTranslation('search')
  const sorts: Sort[] = ['relevance', 'earliest', 'price', ...(conditions.lon ? (['distance'] as const) : [])]
  const isThisWeek = conditions.window === 'week'
  const chips: { label: string; isOn: boolean; onPress: () => void }[] = [
    {
      label: t('time.windows.week'),
      isOn: isThisWeek,
      onPress: () =>
        onChange(
          parseConditions({
            ...conditions,
            window: isThisWeek ? undefined : 'week',
            minutes: isThisWeek ? undefined : (conditions.minutes ?? '120'),
          }),
        ),
    },
    ...(['cma', 'cnas'] as const).map((scheme) => ({
      label: scheme.toUpperCase(),
      isOn: conditions.accreditation?.includes(scheme) ?? false,
      onPress: () => onChange(toggle(conditions, 'accreditation', scheme)),
    })),
    {
      label: t('filters.modes.send_sample'),
      isOn: conditions.mode?.includes('send_sample') ?? false,
      onPress: () => onChange(toggle(conditions, 'mode', 'send_sample')),
    },
  ]
  return (
    <div className={styles.chips}>
      <button type="button" className={appliedCount > 0 ? `${styles.chip} ${styles.chipOn}` : styles.chip} onClick={onOpen}>
        <span>
          <Icon name="filter" size={14} />
          {appliedCount > 0 ? t('filters.openCount', { count: appliedCount }) : t('filters.open')}
        </span>
      </button>
      <span className={styles.chipSelectWrap}>
        <select
          className={styles.chipSelect}
          aria-label={t('sort.title')}
          value={sortOf(conditions)}
          onChange={(event) => onChange({ ...conditions, sort: event.target.value as Sort })}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sort.${sort}`)}
            </option>
          ))}
        </select>
      </span>
      {chips.map((chip) => (
        <button
          key={chip.label}
          type="button"
          className={chip.isOn ? `${styles.chip} ${styles.chipOn}` : styles.chip}
          aria-pressed={chip.isOn}
          onClick={chip.onPress}
        >
          <span>{chip.label}</span>
        </button>
      ))}
    </div>
  )
}
