import { useEffect, useRef } from 'react'

const TYPING = /^(INPUT|TEXTAREA|SELECT)$/

/** `j` and `k` move through the rows, `Enter` opens, `x` adds to the comparison. The row's link takes the focus. */
export function useRowKeys(items: readonly unknown[]) {
  const rows = useRef<(HTMLElement | null)[]>([])
  rows.current.length = items.length
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || TYPING.test(target.tagName)) {
        if (!(target instanceof HTMLInputElement && target.type === 'checkbox')) return
      }
      if (document.querySelector('dialog[open]')) return
      const current = rows.current.findIndex((row) => row?.contains(document.activeElement))
      if (event.key === 'j' || event.key === 'k') {
        const next = current < 0 ? 0 : Math.min(rows.current.length - 1, Math.max(0, current + (event.key === 'j' ? 1 : -1)))
        const row = rows.current[next]
        row?.querySelector<HTMLElement>('a')?.focus()
        row?.scrollIntoView({ block: 'nearest' })
        event.preventDefault()
      } else if (event.key === 'x' && current >= 0) {
        rows.current[current]?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
        event.preventDefault()
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return {
    refAt: (index: number) => (element: HTMLElement | null) => {
      rows.current[index] = element
    },
  }
}
