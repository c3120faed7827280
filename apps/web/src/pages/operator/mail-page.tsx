import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listMails, type MailSummary, readMail } from '../../features/operations/calls.ts'
import { MailText } from '../../features/operations/mail-text.tsx'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag, type TagKind } from '../../ui/tag.tsx'

const LOOK: Record<MailSummary['state'], TagKind> = { queued: 'warn', sent: 'ok', failed: 'bad', kept: 'line' }

/** Letters that the platform wrote; where no mail server is set they stay here, links included. */
export function MailPage() {
  const { t } = useTranslation('operations')
  const format = useFormat()
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/o/mail' })
  const { query, items, more } = usePages<MailSummary>({
    queryKey: ['mails', search.q ?? ''],
    load: (cursor) => listMails(search.q, cursor),
    refetchMs: 15_000,
  })
  const go = (change: Partial<typeof search>) => void navigate({ to: '/o/mail', search: { ...search, ...change }, replace: true })
  const columns: Column<MailSummary>[] = [
    {
      key: 'subject',
      title: t('mail.column.subject'),
      cell: (row) => (
        <button type="button" className="link-btn" lang={row.language} onClick={() => go({ id: row.id })}>
          {row.subject}
        </button>
      ),
    },
    { key: 'to', title: t('mail.column.to'), cell: (row) => row.to },
    { key: 'state', title: t('mail.column.state'), cell: (row) => <Tag kind={LOOK[row.state]}>{t(`mail.state.${row.state}`)}</Tag> },
    { key: 'at', title: t('mail.column.at'), cell: (row) => format.stamp(row.createdAt) },
  ]
  return (
    <>
      <PageHead title={t('mail.title')} line={items.some((mail) => mail.state === 'kept') ? t('mail.lead') : t('mail.leadSmtp')} />
      <div className="filters">
        <SearchField label={t('mail.search')} value={search.q ?? ''} onChange={(q) => go({ q: q || undefined })} />
      </div>
      <QueryView query={query} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty
                title={search.q ? t('mail.emptySearch') : t('mail.empty')}
                action={search.q && <Button onClick={() => go({ q: undefined })}>{t('clear')}</Button>}
              />
            ) : (
              <DataTable caption={t('mail.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
            )}
            <LoadMore {...more} />
          </div>
        )}
      </QueryView>
      <Drawer title={t('mail.open')} isOpen={search.id !== undefined} onClose={() => go({ id: undefined })} isWide>
        {search.id && <OneMail id={search.id} />}
      </Drawer>
    </>
  )
}

function OneMail({ id }: { id: string }) {
  const { t } = useTranslation('operations')
  const format = useFormat()
  const query = useQuery({ queryKey: ['mail', id], queryFn: () => readMail(id) })
  return (
    <QueryView query={query}>
      {(mail) => (
        <article className="stack" lang={mail.language === 'en' ? 'en' : 'zh-CN'}>
          <h3 className="h2">{mail.subject}</h3>
          <div className="s t3">
            {mail.to} · {format.stamp(mail.createdAt)} · {t(`mail.state.${mail.state}`)}
          </div>
          {mail.lastError && <p className="notice notice-bad">{mail.lastError}</p>}
          {mail.text ? <MailText text={mail.text} /> : <p className="t2">{t('mail.noText')}</p>}
          {mail.calendar && (
            <section className="stack">
              <h4 className="b">{t('mail.calendar', { method: mail.calendar.method })}</h4>
              <pre className="mono notice">{mail.calendar.text}</pre>
            </section>
          )}
          {mail.attachments.length > 0 && (
            <section className="stack">
              <h4 className="b">{t('mail.attachments')}</h4>
              <ul className="row g8 wrap">
                {mail.attachments.map(({ name, mediaType, base64 }) => (
                  <li key={name}>
                    <a className="btn btn-sm" download={name} href={`data:${mediaType};base64,${base64}`}>
                      {t('mail.save', { name })}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </article>
      )}
    </QueryView>
  )
}
