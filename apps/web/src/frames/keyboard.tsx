import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog.tsx'

const GO = { h: '/', s: '/search', p: '/providers', b: '/standards', w: '/workspace' } as const

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Keys that work on every page: `/` searches, `?` lists the keys, `g` and a letter goes to a section. */
export function Keyboard() {
  const { t } = useTranslation('common')
  const navigate = useNavigate()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const isGoing = useRef(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      const target = isGoing.current ? GO[event.key as keyof typeof GO] : undefined
      isGoing.current = event.key === 'g' && !isGoing.current
      if (target) {
        event.preventDefault()
        void navigate({ to: target })
      } else if (event.key === '/') {
        event.preventDefault()
        const box = document.querySelector<HTMLInputElement>('[data-global-search]')
        box?.focus()
        box?.select()
      } else if (event.key === '?') {
        event.preventDefault()
        setHelpOpen(true)
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [navigate])

  const keys: [string[], string][] = [
    [['/'], t('keys.search')],
    [['?'], t('keys.help')],
    [['Esc'], t('keys.close')],
    [['j', 'k'], t('keys.rows')],
    [['Enter'], t('keys.enter')],
    [['x'], t('keys.select')],
    [['g', 'h'], t('keys.home')],
    [['g', 's'], t('keys.goSearch')],
    [['g', 'p'], t('keys.providers')],
    [['g', 'b'], t('keys.standards')],
    [['g', 'w'], t('keys.work')],
    [['←', '→', '↑', '↓'], t('keys.arrows')],
    [['Shift', '←', '→'], t('keys.extend')],
    [['Enter'], t('keys.pick')],
  ]
  return (
    <Dialog title={t('keys.title')} isOpen={isHelpOpen} onClose={() => setHelpOpen(false)}>
      <dl className="kv">
        {keys.map(([names, meaning]) => (
          <div key={meaning} style={{ display: 'contents' }}>
            <dt className="row g4">
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
