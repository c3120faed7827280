let isWaiting = false

/** Called when the path has changed: the next title that is shown takes the focus. */
export function expectPageTitle(): void {
  isWaiting = true
  // A title that is already on the screen, because only the content under it has changed.
  requestAnimationFrame(() => focusPageTitle(document.querySelector<HTMLElement>('main h1')))
}

export function focusPageTitle(heading: HTMLElement | null): void {
  if (!isWaiting || !heading) return
  isWaiting = false
  heading.focus({ preventScroll: true })
}
