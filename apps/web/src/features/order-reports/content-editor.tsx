import type { Report } from '@jiju/orders/contract/reports'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './order-reports.module.css'

type Content = Report['content']
type Item = Content['items'][number]

const VERDICTS = ['pass', 'fail', 'not_judged'] as const
const BLANK: Item = { itemId: null, name: '', method: '', sample: '', requirement: '', result: '', unit: '', verdict: 'not_judged' }

/** What a report says, as its template asks: facts, a line for each result, conclusion, remarks. */
export function ContentEditor({ report, content, onChange }: { report: Report; content: Content; onChange: (next: Content) => void }) {
  const { t } = useTranslation('order-reports')
  const setItem = (index: number, change: Partial<Item>) =>
    onChange({ ...content, items: content.items.map((item, at) => (at === index ? { ...item, ...change } : item)) })
  return (
    <div className="stack">
      <Panel title={t('editor.facts')}>
        <div className={styles.cells}>
          {report.shownFields.map((field) => (
            <TextField
              key={field}
              label={t(`field.${field}`)}
              maxLength={1000}
              value={content.fields[field] ?? ''}
              onChange={(event) => onChange({ ...content, fields: { ...content.fields, [field]: event.target.value } })}
            />
          ))}
        </div>
      </Panel>
      <Panel
        title={t('editor.results')}
        note={t('editor.resultsNote')}
        extra={
          <Button size="sm" onClick={() => onChange({ ...content, items: [...content.items, BLANK] })}>
            {t('editor.add')}
          </Button>
        }
      >
        {content.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and keep their place while they are typed.
          <fieldset key={index} className={styles.line}>
            <legend className="b">{t('editor.line', { position: index + 1 })}</legend>
            <div className={styles.cells}>
              <TextField
                label={t('item.name')}
                value={item.name}
                maxLength={300}
                onChange={(event) => setItem(index, { name: event.target.value })}
              />
              <TextField
                label={t('item.method')}
                value={item.method}
                maxLength={300}
                onChange={(event) => setItem(index, { method: event.target.value })}
              />
              <TextField
                label={t('item.sample')}
                value={item.sample}
                maxLength={100}
                onChange={(event) => setItem(index, { sample: event.target.value })}
              />
              <TextField
                label={t('item.requirement')}
                value={item.requirement}
                maxLength={500}
                onChange={(event) => setItem(index, { requirement: event.target.value })}
              />
              <TextField
                label={t('item.result')}
                value={item.result}
                maxLength={1000}
                onChange={(event) => setItem(index, { result: event.target.value })}
              />
              <TextField
                label={t('item.unit')}
                value={item.unit}
                maxLength={40}
                onChange={(event) => setItem(index, { unit: event.target.value })}
              />
              <SelectField
                label={t('item.verdict')}
                options={VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) }))}
                value={item.verdict}
                onPick={(verdict) => setItem(index, { verdict })}
              />
            </div>
            <Button
              size="sm"
              kind="text"
              aria-label={t('editor.removeLine', { position: index + 1 })}
              onClick={() => onChange({ ...content, items: content.items.filter((_, at) => at !== index) })}
            >
              {t('editor.remove')}
            </Button>
          </fieldset>
        ))}
        {content.items.length === 0 && <p className="t2">{t('editor.noItems')}</p>}
      </Panel>
      <Panel title={t('editor.end')}>
        <div className="stack">
          <TextArea
            label={t('editor.conclusion')}
            rows={4}
            maxLength={4000}
            value={content.conclusion}
            onChange={(event) => onChange({ ...content, conclusion: event.target.value })}
          />
          <TextArea
            label={t('editor.remarks')}
            rows={3}
            maxLength={4000}
            value={content.remarks}
            onChange={(event) => onChange({ ...content, remarks: event.target.value })}
          />
        </div>
      </Panel>
    </div>
  )
}
