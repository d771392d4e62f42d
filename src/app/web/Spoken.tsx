import { type ReactElement, type ReactNode, useState } from 'react'
import { Language } from '../../platform/core/words.ts'
import { speaking } from '../../platform/web/call.ts'
import { LanguageChoice } from '../../platform/web/language.tsx'

const kept = (): Language => {
  const cookie = document.cookie.match(/(?:^|; )fl_lang_desk=(\w+)/)?.[1]
  const parsed = Language.safeParse(cookie ?? (navigator.language.startsWith('en') ? 'en' : 'it'))
  return parsed.success ? parsed.data : 'it'
}

/** Speaks the language chosen on this device, to the page, to the server and to the browser. */
export const Spoken = ({ children }: { children: ReactNode }): ReactElement => {
  const [language, setLanguage] = useState(kept)
  speaking.language = language
  document.documentElement.lang = language
  const choose = (next: Language): void => {
    // biome-ignore lint/suspicious/noDocumentCookie: a preference of this device, not a secret
    document.cookie = `fl_lang_desk=${next}; path=/; max-age=31536000; samesite=lax`
    setLanguage(next)
  }
  return (
    <LanguageChoice language={language} choose={choose}>
      {children}
    </LanguageChoice>
  )
}
