import type { SecretAddress } from '@jiju/booking/contract/feeds'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Asked } from './confirm-dialog.tsx'

/** Addresses that work, with when each was read last; the addresses themselves are not known any more. */
export function AddressTable({
  caption,
  rows,
  mayChange,
  onAsk,
}: {
  caption: string
  rows: readonly SecretAddress[]
  mayChange: boolean
  onAsk: (asked: Asked) => void
}) {
  const { t } = useTranslation('feeds')
  const format = useFormat()
  const isEnglish = currentLanguage() === 'en'
  const columns: Column<SecretAddress>[] = [
    {
      key: 'subject',
      title: t('column.subject'),
      cell: (row) => (
        <>
          {(isEnglish ? row.nameEn : null) ?? row.name}
          <div className="s t3">{t(`subject.${row.subject}`)}</div>
        </>
      ),
    },
    { key: 'purpose', title: t('column.purpose'), cell: (row) => <Tag kind="line">{t(`purpose.${row.purpose}`)}</Tag> },
    { key: 'detail', title: t('column.detail'), cell: (row) => t(`detail.${row.detail}`) },
    {
      key: 'read',
      title: t('column.lastRead'),
      cell: (row) => (row.lastReadAt ? format.instant(row.lastReadAt) : <span className="t3">{t('never')}</span>),
    },
    { key: 'created', title: t('column.created'), cell: (row) => format.instant(row.createdAt) },
    ...(mayChange
      ? [
          {
            key: 'next',
            title: t('column.next'),
            look: 'action' as const,
            cell: (row: SecretAddress) => (
              <span className="row g8" style={{ justifyContent: 'flex-end' }}>
                <Button size="sm" onClick={() => onAsk({ act: 'renew', address: row })}>
                  {t('renew')}
                </Button>
                <Button size="sm" onClick={() => onAsk({ act: 'revoke', address: row })}>
                  {t('revoke')}
                </Button>
              </span>
            ),
          },
        ]
      : []),
  ]
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} />
}
