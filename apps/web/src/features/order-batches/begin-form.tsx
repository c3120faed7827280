import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { beginBatch, recipesOptions } from './calls.ts'

/** A new batch by a recipe in force. */
export function BeginForm({ taskId, onDone }: { taskId: string; onDone: () => void }) {
  const { t } = useTranslation('order-batches')
  const recipes = useQuery(recipesOptions).data ?? []
  const inForce = recipes.flatMap((recipe) =>
    recipe.versions
      .filter(({ state }) => state === 'approved')
      .map((version) => ({ ...version, label: `${recipe.code} ${recipe.name} v${version.number}` })),
  )
  const [versionId, setVersionId] = useState('')
  const [number, setNumber] = useState('')
  const [size, setSize] = useState('')
  const command = useCommand({ run: beginBatch, onDone })
  return (
    <Panel title={t('begin.title')}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          command.mutate({ taskId, body: { recipeVersionId: versionId, number: number.trim(), plannedSize: size.trim() } })
        }}
      >
        <ProblemSummary error={command.error} />
        <SelectField
          label={t('begin.recipe')}
          value={versionId}
          options={[{ value: '', label: t('begin.choose') }, ...inForce.map(({ id, label }) => ({ value: id, label }))]}
          onPick={(id) => {
            setVersionId(id)
            setSize(inForce.find((version) => version.id === id)?.batchSize ?? '')
          }}
        />
        {inForce.length === 0 && (
          <p className="s t2">
            {t('begin.none')} <Link to="/p/recipes">{t('recipe.title')}</Link>
          </p>
        )}
        <TextField label={t('begin.number')} maxLength={40} value={number} onChange={(event) => setNumber(event.target.value)} />
        <TextField label={t('begin.size')} inputMode="decimal" value={size} onChange={(event) => setSize(event.target.value)} />
        <div>
          <Button kind="primary" type="submit" isBusy={command.isPending} disabled={!versionId || !number.trim() || !size.trim()}>
            {t('begin.begin')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
