import type { Column } from '@jiju/orders/core/forms/field'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import styles from './editor.module.css'
import { newColumn } from './new-field.ts'

/** Columns of a table; the first is never empty in an answer. */
export function ColumnRows({ columns, onChange }: { columns: readonly Column[]; onChange: (columns: readonly Column[]) => void }) {
  const { t } = useTranslation('order-form-editor')
  const set = (index: number, column: Column) => onChange(columns.map((one, place) => (place === index ? column : one)))
  return (
    <fieldset className="form-group">
      <legend className="field-label">{t('columns')}</legend>
      <div className="col g8">
        {columns.map((column, index) => (
          <div key={column.key} className={styles.pair}>
            <input
              className="input"
              aria-label={t('columnZh', { number: index + 1 })}
              placeholder={t('zh')}
              maxLength={300}
              value={column.label.zh}
              onChange={(event) => set(index, { ...column, label: { ...column.label, zh: event.target.value } })}
            />
            <input
              className="input"
              aria-label={t('columnEn', { number: index + 1 })}
              placeholder="English"
              lang="en"
              maxLength={300}
              value={column.label.en}
              onChange={(event) => set(index, { ...column, label: { ...column.label, en: event.target.value } })}
            />
            <select
              className="select"
              aria-label={t('columnKind', { number: index + 1 })}
              value={column.kind}
              onChange={(event) => set(index, withKind(column, event.target.value))}
            >
              <option value="text">{t('kind.text')}</option>
              <option value="number">{t('kind.number')}</option>
              {column.kind === 'choice' && <option value="choice">{t('kind.choice')}</option>}
            </select>
            {column.kind === 'number' && (
              <input
                className="input"
                aria-label={t('columnUnit', { number: index + 1 })}
                placeholder={t('unit')}
                maxLength={30}
                value={column.unit?.zh ?? ''}
                onChange={(event) => set(index, withUnit(column, event.target.value))}
              />
            )}
            <button
              type="button"
              className="icon-btn"
              aria-label={t('removeColumn', { number: index + 1 })}
              onClick={() => onChange(columns.filter((_, place) => place !== index))}
            >
              <Icon name="close" size={16} />
            </button>
          </div>
        ))}
        <div>
          <Button size="sm" onClick={() => onChange([...columns, newColumn(columns.map(({ key }) => key))])}>
            {t('addColumn')}
          </Button>
        </div>
      </div>
    </fieldset>
  )
}

function withKind({ key, label }: Column, kind: string): Column {
  return kind === 'number' ? { key, label, kind: 'number' } : { key, label, kind: 'text' }
}

/** Units are written alike in both languages. */
function withUnit({ key, label }: Column, unit: string): Column {
  return unit === '' ? { key, label, kind: 'number' } : { key, label, kind: 'number', unit: { zh: unit, en: unit } }
}
