import type { Recipe } from '@jiju/orders/contract/batches'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { approveRecipe, recipesOptions } from '../../features/order-batches/calls.ts'
import { RecipeForm } from '../../features/order-batches/recipe-form.tsx'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

const LOOKS = { draft: 'warn', approved: 'ok', replaced: 'line' } as const

/** Recipes of a provider with every version; the draft is approved by another person. */
export function RecipesPage() {
  const { t } = useTranslation('order-batches')
  const client = useQueryClient()
  const query = useQuery(recipesOptions)
  const mayWrite = useAccess('orders.recipe.write')
  const [editing, setEditing] = useState<Recipe | 'new' | null>(null)
  const renew = () => client.invalidateQueries({ queryKey: ['batches'] })
  return (
    <>
      <PageHead
        title={t('recipe.title')}
        actions={
          mayWrite && (
            <Button kind="primary" onClick={() => setEditing('new')}>
              {t('recipe.new')}
            </Button>
          )
        }
      />
      <QueryView query={query} isPage>
        {(recipes) =>
          recipes.length === 0 ? (
            <Empty title={t('recipe.empty')} />
          ) : (
            <div className="stack">
              {recipes.map((recipe) => (
                <RecipePanel key={recipe.id} recipe={recipe} onChanged={renew} onEdit={mayWrite ? () => setEditing(recipe) : undefined} />
              ))}
            </div>
          )
        }
      </QueryView>
      <Drawer title={t(editing === 'new' ? 'recipe.new' : 'recipe.next')} isOpen={editing !== null} isWide onClose={() => setEditing(null)}>
        {editing !== null && (
          <RecipeForm
            recipe={editing === 'new' ? undefined : editing}
            onDone={() => {
              setEditing(null)
              void renew()
            }}
          />
        )}
      </Drawer>
    </>
  )
}

function RecipePanel({ recipe, onChanged, onEdit }: { recipe: Recipe; onChanged: () => void; onEdit: (() => void) | undefined }) {
  const { t } = useTranslation('order-batches')
  const format = useFormat()
  const mayApprove = useAccess('orders.recipe.approve')
  const command = useCommand({ run: approveRecipe, onDone: onChanged })
  const hasDraft = recipe.versions.some(({ state }) => state === 'draft')
  return (
    <Panel
      title={recipe.name}
      note={recipe.code}
      extra={
        <>
          {mayApprove && hasDraft && (
            <Button size="sm" kind="primary" isBusy={command.isPending} onClick={() => command.mutate({ id: recipe.id })}>
              {t('recipe.approve')}
            </Button>
          )}
          {onEdit && (
            <Button size="sm" onClick={onEdit}>
              {t(hasDraft ? 'recipe.edit' : 'recipe.next')}
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        <ProblemSummary error={command.error} />
        {recipe.versions.map((version, index) => (
          <details key={version.id} open={index === 0}>
            <summary>
              {t('recipe.version', { number: version.number })} <Tag kind={LOOKS[version.state]}>{t(`recipe.state.${version.state}`)}</Tag>{' '}
              <span className="s t3">
                {version.batchSize} {version.sizeUnit} · {version.writtenByName} {format.stamp(version.writtenAt)}
                {version.approvedAt &&
                  ` · ${t('recipe.approvedBy', { name: version.approvedByName, at: format.stamp(version.approvedAt) })}`}
              </span>
            </summary>
            {version.changeWords && <p className="pre">{version.changeWords}</p>}
            <ol>
              {version.steps.map((step) => (
                <li key={step.title}>
                  {step.title}
                  {step.instruction && <span className="t2"> {step.instruction}</span>}
                  {step.checks.length > 0 && <span className="s t3"> {format.list(step.checks.map(({ parameter }) => parameter))}</span>}
                </li>
              ))}
            </ol>
          </details>
        ))}
      </div>
    </Panel>
  )
}
