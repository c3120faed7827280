import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveSearch } from '../../features/catalog/requests.ts'
import { type SearchConditions, savedConditions } from '../../features/catalog/search-conditions.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Segmented, TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'

const NOTIFY = ['at_once', 'daily', 'never'] as const

/** Keeps the words and conditions, and mails when something new matches. */
export function SaveSearch({ conditions, name }: { conditions: SearchConditions; name: string }) {
  const { t } = useTranslation('search')
  const [isOpen, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  const [notify, setNotify] = useState<(typeof NOTIFY)[number]>('daily')
  const save = useMutation({
    mutationFn: () =>
      saveSearch({ name: title.trim() || name, query: conditions.q ?? '', conditions: savedConditions(conditions), notify }),
  })
  const open = () => {
    setTitle(conditions.q ?? name)
    save.reset()
    setOpen(true)
  }
  return (
    <>
      <Button size="sm" kind="text" onClick={open}>
        {t('save.open')}
      </Button>
      <Dialog
        title={t('save.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        foot={
          !save.isSuccess && (
            <Button kind="primary" isBusy={save.isPending} onClick={() => save.mutate()}>
              {t('save.submit')}
            </Button>
          )
        }
      >
        {save.isSuccess ? (
          <p role="status">{t('save.saved')}</p>
        ) : (
          <div className="col g16">
            <ProblemSummary error={save.error} />
            <p className="t2">{t('save.text')}</p>
            <TextField label={t('save.name')} maxLength={100} value={title} onChange={(event) => setTitle(event.target.value)} />
            <div>
              <div className="field-label">{t('save.notify')}</div>
              <Segmented
                label={t('save.notify')}
                value={notify}
                onPick={setNotify}
                options={NOTIFY.map((value) => ({ value, label: t(`save.notifyOptions.${value}`) }))}
              />
            </div>
          </div>
        )}
      </Dialog>
    </>
  )
}
