import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { announce } from './announce.ts'
import { Icon } from './icon.tsx'
import './workspace.css'

type Toast = { readonly id: number; readonly text: string; readonly undo: { readonly label: string; readonly run: () => void } | undefined }

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says that an act is done, for 5 s; with `undo` for 10 s and a button that takes it back. */
export function toast(text: string, undo?: Toast['undo']): void {
  lastId += 1
  const id = lastId
  change([...toasts.slice(-2), { id, text, undo }])
  announce(text)
  setTimeout(() => change(toasts.filter((each) => each.id !== id)), undo ? 10_000 : 5_000)
}

/** Where toasts appear; one per frame. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
  if (shown.length === 0) return null
  return createPortal(
    <div className="toasts no-print">
      {shown.map((each) => (
        <div key={each.id} className="toast">
          <Icon name="checkCircle" />
          <span>{each.text}</span>
          {each.undo && (
            <button
              type="button"
              className="link-btn"
              onClick={() => {
                each.undo?.run()
                change(toasts.filter((other) => other.id !== each.id))
              }}
            >
              {each.undo.label}
            </button>
          )}
        </div>
      ))}
    </div>,
    document.body,
  )
}
