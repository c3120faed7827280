/** A name in two lines of so many Chinese characters, twice as many Latin ones; what is longer is cut. */
export function linesOf(name: string, most: number): string[] {
  const isLatin = /^[\x20-\x7e]*$/.test(name)
  const room = isLatin ? most * 2 : most
  if (name.length <= room) return [name]
  const cut = isLatin ? Math.max(name.lastIndexOf(' ', room), 1) : Math.ceil(Math.min(name.length, 2 * room) / 2)
  const rest = name.slice(cut).trim()
  return [name.slice(0, cut), rest.length > room ? `${rest.slice(0, room - 1)}…` : rest]
}
