/** Pages that mails lead to. The token stands in the fragment, which browsers send to no server and no log keeps. */
export const MAIL_LINKS = {
  verifyEmail: '/verify-email',
  resetPassword: '/reset-password',
  changeEmail: '/change-email',
  invitation: '/invitation',
  organisation: '/organisation',
  security: '/me/security',
} as const

/** The address of a page of `MAIL_LINKS` with its token. */
export function mailLink(publicAddress: string, page: keyof typeof MAIL_LINKS, token?: string): string {
  return `${publicAddress}${MAIL_LINKS[page]}${token ? `#token=${token}` : ''}`
}
