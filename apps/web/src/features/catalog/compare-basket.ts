import { useSyncExternalStore } from 'react'

/** What is known of a compared item while its row is not on the screen. */
type BasketItem = { id: string; name: string; note: string }

export const MAX_COMPARED = 4
const STORAGE_KEY = 'jiju.compare'
const listeners = new Set<() => void>()
let items: readonly BasketItem[] = read()

function read(): readonly BasketItem[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isItem).slice(0, MAX_COMPARED) : []
  } catch {
    return []
  }
}

function isItem(value: unknown): value is BasketItem {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as BasketItem).id === 'string' &&
    typeof (value as BasketItem).name === 'string'
  )
}

function write(next: readonly BasketItem[]): void {
  items = next
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(next))
  } catch {
    // Without storage the basket lasts until the page is closed.
  }
  for (const listener of listeners) listener()
}

/** Puts an item in or takes it out; a full basket stays as it is. */
export function toggled(basket: readonly BasketItem[], item: BasketItem): readonly BasketItem[] {
  if (basket.some(({ id }) => id === item.id)) return basket.filter(({ id }) => id !== item.id)
  return basket.length < MAX_COMPARED ? [...basket, item] : basket
}

export const toggleCompared = (item: BasketItem): void => write(toggled(items, item))
export const clearCompared = (): void => write([])

export function useCompareBasket(): readonly BasketItem[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => items,
  )
}
