import type { ReportTemplate } from '@jiju/orders/contract/report-templates'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepNumbering, numberingOptions, retireTemplate, templatesOptions } from '../../features/order-reports/calls.ts'
import { TemplateForm } from '../../features/order-reports/template-form.tsx'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { TextField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'

/** How the own reports are numbered and look. */
export function ReportSettingsPage() {
  const { t } = useTranslation('order-reports')
  const client = useQueryClient()
  const [edited, setEdited] = useState<ReportTemplate | 'new' | null>(null)
  const templates = useQuery(templatesOptions)
  const numbering = useQuery(numberingOptions)
  const renew = () => client.invalidateQueries({ queryKey: templatesOptions.queryKey })
  const retire = useCommand({ run: retireTemplate, onDone: renew })
  const columns: Column<ReportTemplate>[] = [
    { key: 'name', title: t('template.name'), cell: (row) => row.name },
    { key: 'class', title: t('template.class'), cell: (row) => row.classCode },
    { key: 'language', title: t('template.language'), cell: (row) => t(`language.${row.language}`) },
    { key: 'version', title: t('template.version'), look: 'num', cell: (row) => row.version },
    {
      key: 'acts',
      title: '',
      cell: (row) => (
        <span className="row g8">
          <Button size="sm" aria-label={t('template.editNamed', { name: row.name })} onClick={() => setEdited(row)}>
            {t('template.edit')}
          </Button>
          <Button
            size="sm"
            kind="text"
            isBusy={retire.isPending}
            aria-label={t('template.retireNamed', { name: row.name })}
            onClick={() => retire.mutate(row)}
          >
            {t('template.retire')}
          </Button>
        </span>
      ),
    },
  ]
  return (
    <>
      <PageHead
        crumb={[{ label: t('list.title'), link: { to: '/p/reports' } }, { label: t('settings.title') }]}
        title={t('settings.title')}
      />
      <div className="stack">
        <QueryView query={numbering}>{(current) => <Numbering key={current.version} current={current} />}</QueryView>
        <Panel
          title={t('settings.templates')}
          isFlush={edited === null}
          extra={
            edited === null && (
              <Button size="sm" kind="primary" onClick={() => setEdited('new')}>
                {t('template.addOne')}
              </Button>
            )
          }
        >
          <ProblemSummary error={retire.error} />
          {edited === null ? (
            <QueryView query={templates}>
              {(rows) =>
                rows.length === 0 ? (
                  <Empty title={t('settings.none')}>{t('settings.noneHint')}</Empty>
                ) : (
                  <DataTable caption={t('settings.templates')} columns={columns} rows={rows} rowKey={(row) => row.id} />
                )
              }
            </QueryView>
          ) : (
            <TemplateForm
              template={edited === 'new' ? null : edited}
              onDone={() => {
                setEdited(null)
                void renew()
              }}
            />
          )}
        </Panel>
      </div>
    </>
  )
}

function Numbering({ current }: { current: { code: string | null; version: number; example: string | null } }) {
  const { t } = useTranslation('order-reports')
  const client = useQueryClient()
  const [code, setCode] = useState(current.code ?? '')
  const command = useCommand({
    run: keepNumbering,
    onDone: async () => {
      toast(t('settings.codeKept'))
      await client.invalidateQueries({ queryKey: numberingOptions.queryKey })
    },
  })
  return (
    <Panel title={t('settings.numbering')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          command.mutate({ code: code.trim().toUpperCase(), version: current.version })
        }}
      >
        <ProblemSummary error={command.error} />
        <div style={{ maxWidth: 320 }}>
          <TextField
            label={t('settings.code')}
            hint={t('settings.codeHint')}
            maxLength={8}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </div>
        <p className="s t2">{current.example ? t('settings.example', { example: current.example }) : t('settings.noCode')}</p>
        <div>
          <Button kind="primary" type="submit" isBusy={command.isPending} disabled={!code.trim()}>
            {t('settings.keepCode')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
