import { problemFrom } from './problem.ts'

/** Fetches a PDF and shows it in a tab of its own; throws RequestProblem when it is refused. */
export async function openPdf(url: string, request: RequestInit = {}): Promise<void> {
  // Opened at the click: a tab that opens later is taken for an advertisement.
  const tab = window.open('', '_blank')
  try {
    const response = await fetch(url, { credentials: 'same-origin', ...request })
    if (!response.ok) throw problemFrom(response.status, await response.json().catch(() => null))
    const address = URL.createObjectURL(await response.blob())
    if (tab) tab.location.href = address
    else window.location.href = address
  } catch (error) {
    tab?.close()
    throw error
  }
}
