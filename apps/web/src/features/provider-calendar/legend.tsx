import { useTranslation } from 'react-i18next'

const STATES = ['confirmed', 'in_use', 'internal', 'pending', 'done', 'buffer', 'outage', 'closed'] as const

/** What the fills, edges and patterns of the timeline mean. */
export function Legend() {
  const { t } = useTranslation('calendar')
  return (
    <ul className="tl-legend" aria-label={t('legend')}>
      {STATES.map((state) => (
        <li key={state}>
          <i
            className={state === 'buffer' ? 'tl-swatch tl-buffer' : state === 'closed' ? 'tl-swatch tl-swatch-closed' : 'tl-swatch tl-item'}
            data-state={state}
            aria-hidden="true"
          />
          {t(`state.${state}`)}
        </li>
      ))}
    </ul>
  )
}
