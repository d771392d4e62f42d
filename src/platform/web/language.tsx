import { createContext, type ReactNode, use } from 'react'
import { type Catalogue, type Language, type Params, say } from '../core/words.ts'

const Speaking = createContext<Language>('it')

/** The language that everything below speaks; works on the server too. */
export const LanguageOf = ({ language, children }: { language: Language; children: ReactNode }): ReactNode => (
  <Speaking value={language}>{children}</Speaking>
)

const Choosing = createContext<(language: Language) => void>(() => {})

/** As `LanguageOf`, for pages where the reader may change it. */
export const LanguageChoice = ({
  language,
  choose,
  children,
}: {
  language: Language
  choose: (language: Language) => void
  children: ReactNode
}): ReactNode => (
  <Choosing value={choose}>
    <LanguageOf language={language}>{children}</LanguageOf>
  </Choosing>
)

/** Changes the language of the workspace. */
export const useChooseLanguage = (): ((language: Language) => void) => use(Choosing)

export const useLanguage = (): Language => use(Speaking)

export type Say<K extends string> = (key: K, params?: Params) => string

/** The texts of a room in the language of the page. */
export const useWords = <K extends string>(catalogue: Catalogue<K>): Say<K> => {
  const language = useLanguage()
  return (key, params) => say(catalogue, language, key, params)
}
