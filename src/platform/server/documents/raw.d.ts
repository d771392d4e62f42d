declare module '*?raw' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: the bundler gives the text of a file in this form.
  export default text
}
declare module '*?inline' {
  const address: string
  // biome-ignore lint/style/noDefaultExport: the bundler gives a file as an address that holds it in this form.
  export default address
}
