import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

export function SearchBox({ isGlobal = false }: { isGlobal?: boolean }) {
  const { t } = useTranslation('common')
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void navigate({ to: '/search', search: { q: text.trim() } as never })
  }
  return (
    <search>
      <form onSubmit={submit}>
        <input
          className="input"
          aria-label={t('searchBox.label')}
          placeholder={t('searchBox.placeholder')}
          value={text}
          data-global-search={isGlobal || undefined}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
    </search>
  )
}
