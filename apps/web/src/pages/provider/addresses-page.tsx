import type { OpenedAddress, SecretAddress } from '@jiju/booking/contract/feeds'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AddressTable } from '../../features/feeds/address-table.tsx'
import { type AddressWish, addressesOptions, openAddress, revokeAddress } from '../../features/feeds/calls.ts'
import { type Asked, ConfirmDialog } from '../../features/feeds/confirm-dialog.tsx'
import { OpenAddressForm } from '../../features/feeds/open-address-form.tsx'
import { OpenedDialog } from '../../features/feeds/opened-dialog.tsx'
import { currentLanguage } from '../../lib/i18n.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'

/** Calendars and door screens by secret addresses: what the institution hands out, and what the reader has for oneself. */
export function AddressesPage() {
  const { t } = useTranslation('feeds')
  const { resource } = useSearch({ from: '/work/p/calendar/addresses' })
  const mayShare = useAccess('booking.shared_address.manage')
  const query = useQuery(addressesOptions)
  const [isOpening, setOpening] = useState(resource !== undefined)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [opened, setOpened] = useState<OpenedAddress | null>(null)
  const open = useCommand({
    run: openAddress,
    onDone: async (address) => {
      setOpening(false)
      setAsked(null)
      setOpened(address)
      await query.refetch()
    },
  })
  const revoke = useCommand({
    run: revokeAddress,
    onDone: async () => {
      setAsked(null)
      toast(t('revoking.done'))
      await query.refetch()
    },
  })
  const confirm = ({ act, address }: Asked) => (act === 'revoke' ? revoke.mutate(address) : open.mutate(sameAgain(address)))
  return (
    <>
      <PageHead
        crumb={[{ label: t('print.back'), link: { to: '/p/calendar' } }, { label: t('page.title') }]}
        title={t('page.title')}
        line={t('page.line')}
        actions={
          <Button kind="primary" onClick={() => setOpening(true)}>
            {t('page.new')}
          </Button>
        }
      />
      <QueryView query={query} isPage>
        {({ items, subjects }) => (
          <div className="stack">
            {(['shared', 'mine'] as const).map((kind) => {
              const rows = items.filter(({ isShared }) => isShared === (kind === 'shared'))
              return (
                <Panel key={kind} title={t(`page.${kind}`)} note={t(`page.${kind}Note`)} isFlush>
                  {rows.length === 0 ? (
                    <Empty title={t(`page.${kind}None`)}>{t(`page.${kind}NoneText`)}</Empty>
                  ) : (
                    <AddressTable caption={t(`page.${kind}`)} rows={rows} mayChange={kind === 'mine' || mayShare} onAsk={setAsked} />
                  )}
                </Panel>
              )
            })}
            <Drawer title={t('form.title')} isOpen={isOpening} onClose={() => setOpening(false)}>
              <OpenAddressForm
                subjects={subjects}
                existing={items}
                mayShare={mayShare}
                suggested={resource}
                isBusy={open.isPending}
                error={open.error}
                onSend={(wish) => open.mutate(wish)}
              />
            </Drawer>
          </div>
        )}
      </QueryView>
      <ConfirmDialog
        asked={asked}
        isBusy={open.isPending || revoke.isPending}
        error={revoke.error ?? open.error}
        onConfirm={confirm}
        onClose={() => setAsked(null)}
      />
      <OpenedDialog opened={opened} onClose={() => setOpened(null)} />
    </>
  )
}

/** The wish that would have led to this address. */
function sameAgain({ purpose, subject, subjectId, detail, isShared }: SecretAddress): AddressWish {
  const of = { subjectId, language: currentLanguage() }
  if (subject === 'person') throw new Error("a person's own address is not on this page")
  if (!isShared) return { use: 'mine', subject, ...of }
  if (purpose === 'feed') return { use: 'shared', purpose, subject, ...of }
  if (subject === 'provider' || detail === 'full') throw new Error(`no door shows ${detail} of a ${subject}`)
  return { use: 'shared', purpose, subject, detail, ...of }
}
