const longest = 120
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu

/** A name to show and to save under: no folders, no hidden or turning signs, no dots at the ends, at most 120 signs. */
export const fileName = (name: string): string => {
  const last = name.normalize('NFC').replace(hidden, '').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, '']
  const kept = [...stem].slice(0, longest - extension.length).join('')
  return extension.length > 10 ? [...plain].slice(0, longest).join('') : `${kept || 'file'}${extension}`
}
