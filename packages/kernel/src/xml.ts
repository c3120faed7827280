/** Text as it may stand in XML 1.0, in content and in attributes; characters that XML cannot hold are dropped. */
function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to drop.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  )
}

/** One flat element of a list: a field a line, indented by two spaces. */
export function fieldsXml(element: string, type: number, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `    <${name}>${escapeXml(value)}</${name}>\n`)
  return `  <${element} type="${type}">\n${lines.join('')}  </${element}>\n`
}
