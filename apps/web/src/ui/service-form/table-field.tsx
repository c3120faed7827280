import type { Problem } from '@jiju/kernel/problem'
import type { Answer, Column, TableField as Field, Row } from '@jiju/orders/core/forms/field'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { Button } from '../button.tsx'
import { described, FieldNotes } from '../field.tsx'
import { Icon } from '../icon.tsx'
import { numberOf } from './number-field.tsx'
import styles from './service-form.module.css'
import { wordProblem } from './word-problem.ts'

/** Rows of the same columns; one row after the other on phones. */
export function TableField({
  id,
  label,
  hint,
  error,
  field,
  answer,
  problems,
  onChange,
}: {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  field: Field
  answer: Answer | undefined
  problems: readonly Problem[]
  onChange: (answer: Answer | undefined) => void
}) {
  const { t } = useTranslation('order-forms')
  const language = currentLanguage()
  const given = Array.isArray(answer) ? (answer as readonly Row[]) : []
  // An empty row stands ready, so that the columns can be seen.
  const rows = given.length > 0 ? given : [{}]
  const setRows = (next: readonly Row[]) => onChange(next.length > 0 ? next : undefined)
  const setCell = (index: number, key: string, value: string | number | undefined) =>
    setRows(rows.map((row, place) => (place === index ? withCell(row, key, value) : row)))
  const cellProblems = problems.filter(({ field: at }) => at !== `/${field.key}`)
  return (
    <fieldset className={styles.group} id={id} tabIndex={-1} {...described(id, { error, hint })}>
      <legend className="field-label">{label}</legend>
      <div className={styles.table}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place.
          <div key={index} className={styles.row}>
            {field.columns.map((column) => (
              <Cell
                key={column.key}
                column={column}
                label={t('cell', { column: column.label[language], row: index + 1 })}
                isInvalid={cellProblems.some(({ field: at }) => at === `/${field.key}/${index}/${column.key}`)}
                value={row[column.key]}
                onChange={(value) => setCell(index, column.key, value)}
              />
            ))}
            <button
              type="button"
              className="icon-btn"
              aria-label={t('removeRow', { row: index + 1 })}
              disabled={given.length === 0}
              onClick={() => setRows(rows.filter((_, place) => place !== index))}
            >
              <Icon name="close" size={16} />
            </button>
          </div>
        ))}
      </div>
      <div>
        <Button size="sm" disabled={rows.length >= (field.maxRows ?? 60)} onClick={() => setRows([...rows, {}])}>
          {t('addRow')}
        </Button>
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
      {cellProblems.map((problem) => (
        <div key={problem.field} className="field-error">
          {t('inRow', { row: Number(problem.field?.split('/')[2] ?? 0) + 1, problem: wordProblem(t, problem, language) })}
        </div>
      ))}
    </fieldset>
  )
}

function withCell(row: Row, key: string, value: string | number | undefined): Row {
  const { [key]: _, ...others } = row
  return value === undefined ? others : { ...others, [key]: value }
}

function Cell({
  column,
  label,
  value,
  isInvalid,
  onChange,
}: {
  column: Column
  label: string
  value: string | number | undefined
  isInvalid: boolean
  onChange: (value: string | number | undefined) => void
}) {
  const { t } = useTranslation('order-forms')
  const language = currentLanguage()
  const unit = column.kind === 'number' && column.unit ? `（${column.unit[language]}）` : ''
  const shared = { 'aria-label': label, 'aria-invalid': isInvalid || undefined, value: value ?? '' }
  return (
    <div className={styles.cell}>
      <span className="s t3" aria-hidden>
        {column.label[language]}
        {unit}
      </span>
      {column.kind === 'choice' ? (
        <select {...shared} className="select" onChange={(event) => onChange(event.target.value || undefined)}>
          <option value="">{t('choose')}</option>
          {column.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option[language]}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          className="input"
          inputMode={column.kind === 'number' ? 'decimal' : undefined}
          maxLength={200}
          onChange={(event) => onChange(column.kind === 'number' ? numberOf(event.target.value) : event.target.value || undefined)}
        />
      )}
    </div>
  )
}
