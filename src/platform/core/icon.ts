/** The mark in the tab of pages without script, inside the page itself: nothing else is fetched for it. */
export const tabIcon =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 8 48 32%22 fill=%22none%22 stroke-width=%224%22 stroke-linecap=%22round%22%3E%3Cpath d=%22M21.56 29.03A9.5 9.5 0 1 1 21.56 18.97M26.44 18.97A9.5 9.5 0 1 1 26.44 29.03%22 stroke=%22%2306c%22/%3E%3Cpath d=%22M15 24H33%22 stroke=%22%23b35900%22/%3E%3C/svg%3E'
