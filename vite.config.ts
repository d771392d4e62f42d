import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Two builds: the workspace and the style of the public pages; and, with --ssr, the server. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react()],
  publicDir: false,
  root: isSsrBuild ? '.' : 'src/app/web',
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node24',
        emptyOutDir: true,
        copyPublicDir: false,
        rolldownOptions: {
          input: {
            main: 'src/app/main.ts',
            command: 'src/app/command.ts',
            'figures.worker': 'src/ties/server/figures.worker.ts',
          },
        },
      }
    : {
        outDir: '../../../dist/web',
        emptyOutDir: true,
        manifest: true,
        rolldownOptions: {
          input: { index: 'src/app/web/index.html', site: 'src/platform/web/style/site.css' },
          output: {
            // what forbids code made from text must run before any schema is made, whichever chunk asks for it first
            codeSplitting: { groups: [{ name: 'schemas', test: /noEval\.ts$|node_modules[\\/]zod[\\/]/ }] },
            assetFileNames: (asset) =>
              asset.names.includes('site.css') ? 'assets/site.css' : 'assets/[name]-[hash][extname]',
          },
        },
      },
}))
