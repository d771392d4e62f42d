/** Hands a file made in the browser to whoever asked for it. */
export const download = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  Object.assign(link, { href: address, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  // some browsers read the address a moment later
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A name for a file: 'Patto P-2026/12' as 'patto-p-2026-12'. */
export const fileNameOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
