import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import { ownQualificationOptions } from './calls.ts'

/** Under the choice of operation: what self-service needs, what the reader holds, and what would pass. */
export function OwnHint({ resourceId }: { resourceId: string }) {
  const { t } = useTranslation('qualification')
  const format = useFormat()
  const own = useQuery(ownQualificationOptions(resourceId)).data
  if (!own?.isAsked) return null
  const held = own.heldLevel ?? 0
  const needed = own.level > 0 ? own.level : (own.afterHoursLevel ?? 0)
  const isAfterHoursOnly = own.level === 0
  if (held >= Math.max(own.level, own.afterHoursLevel ?? 0))
    return (
      <p className="s ok row g4">
        <Icon name="checkCircle" size={14} /> {t('hint.held', { level: t(`levels.${held as 1 | 2 | 3}`) })}
      </p>
    )
  const isEnoughByDay = held >= own.level && own.level > 0
  const params = { level: t(`levels.${(isEnoughByDay ? own.afterHoursLevel : needed) as 1 | 2 | 3}`) }
  return (
    <div className="notice" role="note">
      <div className="f1 col g4">
        <p>{t(isEnoughByDay || isAfterHoursOnly ? 'hint.afterHours' : own.isSuspended ? 'hint.suspended' : 'hint.needs', params)}</p>
        <ul className="col g4">
          {own.training && (
            <li>
              <Link to="/trainings/$id" params={{ id: own.training.id }}>
                {t('hint.training', { time: format.instant(own.training.start), count: own.training.freePlaces })}
              </Link>
            </li>
          )}
          {own.test && (
            <li>
              <Link to="/tests/$id" params={{ id: own.test.id }}>
                {t('hint.test', { title: own.test.title })}
              </Link>
            </li>
          )}
          {own.offersOperator && <li>{t('hint.operator')}</li>}
          {!own.training && !own.test && !own.offersOperator && <li>{t('hint.ask')}</li>}
        </ul>
      </div>
    </div>
  )
}
