import { useEffect } from 'react'
import type { Language } from '../../platform/core/words.ts'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import type { DeskPage } from '../../platform/web/pages.ts'
import { appWords } from './app.words.ts'
import { titleWords } from './title.words.ts'

const isNamed = (path: string): path is keyof typeof titleWords.it => path in titleWords.it

/** What the window is called while a page is open; undefined for a page that nobody named. */
export const titleOf = ({ path, nav }: DeskPage, language: Language): string | undefined =>
  nav?.label[language] ?? (isNamed(path) ? String(titleWords[language][path]) : undefined)

/** Names the window, its entry in the history and what a screen reader hears first. */
export const useTitle = (title: string | undefined): void => {
  const name = useWords(appWords)('app.name')
  useEffect(() => {
    document.title = title ? `${title} · ${name}` : name
  }, [title, name])
}

export const usePageTitle = (page: DeskPage): void => useTitle(titleOf(page, useLanguage()))
