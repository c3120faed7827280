type MailAddress = { readonly name: string; readonly address: string }

/** `Name <user@example.org>` or `user@example.org`, as a setting says who sends. */
export function parseMailAddress(text: string): MailAddress {
  const [, name = '', address = text] = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(text) ?? []
  return { name: name.trim(), address: address.trim() }
}
