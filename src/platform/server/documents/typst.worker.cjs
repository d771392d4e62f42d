// Runs as the text of a worker thread: the compiler blocks, and the server must go on answering meanwhile.
const { createRequire } = require('node:module')
const { readFileSync } = require('node:fs')
const { parentPort, workerData } = require('node:worker_threads')

const load = createRequire(workerData.from)
const { NodeCompiler } = load('@myriaddreamin/typst-ts-node-compiler')
const fontBlobs = workerData.fonts.map((name) => readFileSync(load.resolve(name)))
const compilerOf = (more) => NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fontBlobs, ...more] }] })
const plain = compilerOf([])
// made when the first text asks for more signs than the others have
let wide

parentPort.on('message', ({ id, source, data, more }) => {
  if (more) wide ??= compilerOf([Buffer.from(more)])
  const compiler = more ? wide : plain
  try {
    const pdf = compiler.pdf({ mainFileContent: source, inputs: { data } }, { pdfStandard: 'ua-1' })
    parentPort.postMessage({ id, pdf: new Uint8Array(pdf) })
  } catch (error) {
    parentPort.postMessage({ id, error: String(error.message || error.code || error) })
  } finally {
    // Nothing about a person stays in the compiler's cache.
    compiler.evictCache(0)
  }
})
