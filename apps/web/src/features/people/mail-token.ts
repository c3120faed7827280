import { useLocation } from '@tanstack/react-router'

/** The token of a mail's link. It stands in the fragment, which browsers send to no server; undefined when the link is cut off. */
export function useMailToken(): string | undefined {
  return useLocation({ select: ({ hash }) => new URLSearchParams(hash).get('token') ?? undefined })
}
