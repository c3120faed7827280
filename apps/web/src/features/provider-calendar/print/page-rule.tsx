const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/** Paper, its margins, and what stands in them on every page: where this can be found, and which page it is. */
export function PageRule({ address }: { address: string }) {
  const text = address.replace(/[\\"\n]/g, '')
  const rule = `@page { size: A4 landscape; margin: 12mm 12mm 15mm;
    @bottom-left { content: "${text}"; font: 8pt sans-serif; color: #000 }
    @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #000 } }
    @media print { html, body { background: #fff } }`
  return <style nonce={nonce}>{rule}</style>
}
