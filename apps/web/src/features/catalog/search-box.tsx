import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { one } from '../../lib/search-params.ts'
import { Icon } from '../../ui/icon.tsx'
import { Highlighted } from './highlighted.tsx'
import { type Suggestion, suggestOptions } from './requests.ts'
import styles from './search-box.module.css'
import { parseConditions } from './search-conditions.ts'

const PAUSE_MS = 200

/** The search field with suggestions. On the search page a new word keeps the conditions that are set. */
export function SearchBox({ isGlobal = false, isHero = false }: { isGlobal?: boolean; isHero?: boolean }) {
  const { t } = useTranslation('common')
  const navigate = useNavigate()
  const location = useLocation()
  const isOnSearch = location.pathname === '/search'
  const searched = isOnSearch ? (one((location.search as Record<string, unknown>).q) ?? '') : ''
  const [text, setText] = useState(searched)
  const [asked, setAsked] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()

  useEffect(() => setText(searched), [searched])
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])

  const query = useQuery({ ...suggestOptions(asked), enabled: isOpen && asked.length > 0 })
  const items = isOpen && asked && text.trim() ? (query.data?.items ?? []) : []

  const search = (words: string) => {
    setOpen(false)
    setActive(-1)
    setText(words)
    const kept = isOnSearch ? parseConditions(location.search as Record<string, unknown>) : {}
    const { literal: _literal, ...conditions } = kept
    void navigate({ to: '/search', search: { ...conditions, q: words.trim() } as never })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && items.length > 0) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      // -1 is the field itself, between the last option and the first.
      setActive((index) => ((index + 1 + step + items.length + 1) % (items.length + 1)) - 1)
    } else if (event.key === 'Escape') {
      if (isOpen && items.length > 0) setOpen(false)
      else input.current?.blur()
    }
  }

  return (
    <search className={isHero ? `${styles.box} ${styles.hero}` : styles.box}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          search(items[active]?.text ?? text)
          input.current?.blur()
        }}
      >
        <Icon name="search" size={isHero ? 20 : 16} className={styles.icon} />
        <input
          ref={input}
          className={styles.input}
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={200}
          aria-label={t('searchBox.label')}
          placeholder={t(isHero ? 'searchBox.heroPlaceholder' : 'searchBox.placeholder')}
          data-global-search={isGlobal || isHero || undefined}
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setOpen(true)
            setActive(-1)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        {text && (
          <button
            type="button"
            className={styles.clear}
            aria-label={t('searchBox.clear')}
            onClick={() => {
              setText('')
              input.current?.focus()
            }}
          >
            <Icon name="close" size={12} />
          </button>
        )}
        {isHero ? (
          <button type="submit" className="btn btn-primary">
            {t('searchBox.submit')}
          </button>
        ) : (
          !text && <kbd className={styles.key}>/</kbd>
        )}
      </form>
      <div id={id} role="listbox" aria-label={t('searchBox.suggestions')} className={items.length > 0 ? styles.list : undefined}>
        {items.map((item: Suggestion, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: arrows and Enter in the field do the same.
          <div
            key={`${item.kind}${item.text}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={index === active ? `${styles.option} ${styles.optionOn}` : styles.option}
            // The press must not take the focus away before the click arrives.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => search(item.text)}
          >
            <span className="ell">
              <Highlighted text={item.text} ranges={item.highlights} />
            </span>
            <span className="s t3 nw">{t(`searchBox.suggested.${item.kind}`)}</span>
          </div>
        ))}
      </div>
      <span className="sr-only" role="status">
        {items.length > 0 ? t('searchBox.count', { count: items.length }) : ''}
      </span>
    </search>
  )
}
