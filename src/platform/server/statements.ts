/**
 * Cuts a migration into its statements at each `;` that stands outside quotes, dollar quotes and comments.
 * The database then names the failing statement, and a distributed one accepts them one by one.
 */
export const statementsOf = (text: string): string[] => {
  const found: string[] = []
  let from = 0
  for (const { 0: token, index } of text.matchAll(/--[^\n]*|\$\$[\s\S]*?\$\$|'(?:[^']|'')*'|;/g)) {
    if (token !== ';') continue
    found.push(text.slice(from, index).trim())
    from = index + 1
  }
  found.push(text.slice(from).trim())
  return found.filter((statement) => statement.replace(/--[^\n]*/g, '').trim() !== '')
}
