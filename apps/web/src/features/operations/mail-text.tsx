const ADDRESS = /(https?:\/\/[^\s<>"，。；）]+)/

/** The text of a letter; addresses in it can be followed. */
export function MailText({ text }: { text: string }) {
  return (
    <p className="pre">
      {text.split(ADDRESS).map((part, index) => {
        if (index % 2 === 0) return part
        const { origin, pathname, search, hash } = new URL(part)
        // A letter of this platform leads back into it, also when it was written under another name.
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places.
          <a key={`${index}-${part}`} href={origin === window.location.origin ? `${pathname}${search}${hash}` : part}>
            {part}
          </a>
        )
      })}
    </p>
  )
}
