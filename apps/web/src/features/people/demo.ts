/** True where the district is invented; a real installation says no in its page. */
export function isDemo(): boolean {
  return document.querySelector('meta[name="jiju-demo"]')?.getAttribute('content') !== 'no'
}
