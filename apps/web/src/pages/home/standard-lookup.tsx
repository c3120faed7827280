import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './home-page.module.css'

export function StandardLookup() {
  const { t } = useTranslation('home')
  const navigate = useNavigate()
  const [text, setText] = useState('')
  return (
    <form
      className={`panel ${styles.lookup}`}
      onSubmit={(event) => {
        event.preventDefault()
        void navigate({ to: '/standards', search: { q: text.trim() } as never })
      }}
    >
      <div className="row g12 wrap">
        <h2 className="h2">{t('standards.title')}</h2>
        <span className="t2">{t('standards.text')}</span>
      </div>
      <div className="row g8">
        <TextField
          isLabelHidden
          label={t('standards.label')}
          placeholder={t('standards.placeholder')}
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit">{t('standards.submit')}</Button>
      </div>
    </form>
  )
}
