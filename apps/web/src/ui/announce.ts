/** Says `text` to screen readers through a live region that stays in the page. */
export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  const id = `live-${urgency}`
  let region = document.getElementById(id)
  if (!region) {
    region = document.createElement('div')
    region.id = id
    region.className = 'sr-only'
    region.setAttribute('aria-live', urgency)
    document.body.append(region)
  }
  // Emptied first: the same text twice is read twice.
  region.textContent = ''
  const target = region
  setTimeout(() => {
    target.textContent = text
  }, 50)
}
