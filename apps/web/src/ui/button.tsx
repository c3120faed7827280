import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, Ref } from 'react'

type Look = {
  kind?: 'default' | 'primary' | 'danger' | 'text' | undefined
  size?: 'sm' | 'md' | 'lg' | undefined
  isBlock?: boolean | undefined
}

function classOf({ kind = 'default', size = 'md', isBlock }: Look, extra?: string): string {
  const parts = ['btn']
  if (kind !== 'default') parts.push(`btn-${kind}`)
  if (size !== 'md') parts.push(`btn-${size}`)
  if (isBlock) parts.push('btn-block')
  if (extra) parts.push(extra)
  return parts.join(' ')
}

/** `isBusy` keeps the label and focus and ignores presses, so that nothing is sent twice. */
export function Button({
  kind,
  size,
  isBlock,
  isBusy,
  className,
  onClick,
  ...rest
}: Look & { isBusy?: boolean | undefined } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      {...rest}
      className={classOf({ kind, size, isBlock }, className)}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}

function Anchor({
  kind,
  size,
  isBlock,
  className,
  ref,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> }) {
  return <a {...rest} ref={ref} className={classOf({ kind, size, isBlock }, className)} />
}

/** A link of the router that looks like a button. */
export const ButtonLink = createLink(Anchor)
