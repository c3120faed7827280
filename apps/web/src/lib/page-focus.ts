let isWaiting = false

/** Called when another page is on its way: the title that appears with it takes the focus. */
export function expectPageTitle(): void {
  isWaiting = true
}

const PATIENCE_MS = 2_000

/** Called when the page is there. Its title may still wait for an answer; one that was on the screen already takes the focus in the end. */
export function settlePageTitle(): void {
  setTimeout(() => focusPageTitle(document.querySelector<HTMLElement>('main h1')), PATIENCE_MS)
}

export function focusPageTitle(heading: HTMLElement | null): void {
  if (!isWaiting || !heading) return
  isWaiting = false
  heading.focus({ preventScroll: true })
}
