import { useTranslation } from 'react-i18next'
import { TimeField } from '../../../ui/late/moment-field.tsx'

type Span = { start: string; end: string }

/** From and to on one line; `of` names the day for whoever only hears the labels. */
export function TimeSpanFields({
  of,
  span,
  errors,
  onChange,
}: {
  of: string
  span: Span
  errors?: { start: string | undefined; end: string | undefined }
  onChange: (change: Partial<Span>) => void
}) {
  const { t } = useTranslation('editor')
  return (
    <span className="row g6 time-span">
      <TimeField
        isLabelHidden
        label={`${of} ${t('sites.from')}`}
        error={errors?.start}
        value={span.start}
        onChange={({ target }) => onChange({ start: target.value })}
      />
      —
      <TimeField
        isEnd
        isLabelHidden
        label={`${of} ${t('sites.to')}`}
        error={errors?.end}
        value={span.end}
        onChange={({ target }) => onChange({ end: target.value })}
      />
    </span>
  )
}
