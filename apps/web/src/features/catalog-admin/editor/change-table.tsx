import { useTranslation } from 'react-i18next'
import { useFieldName, valueText } from './field-name.ts'

/** Fields that differ, before and after, each marked by words as well as colour. */
export function ChangeTable({ changes }: { changes: readonly { field: string; before?: unknown; after?: unknown }[] }) {
  const { t } = useTranslation('editor')
  const nameOf = useFieldName()
  const empty = t('versions.empty')
  return (
    <div className="tbl-wrap">
      <table className="tbl">
        <caption className="sr-only">{t('versions.diff')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('versions.field')}</th>
            <th scope="col">{t('versions.before')}</th>
            <th scope="col">{t('versions.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.field}>
              <th scope="row">{nameOf(change.field)}</th>
              <td>
                <span className="diff-before" style={{ display: 'block' }}>
                  {valueText(change.before, empty)}
                </span>
              </td>
              <td>
                <span className="diff-after" style={{ display: 'block' }}>
                  {valueText(change.after, empty)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
