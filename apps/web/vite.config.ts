import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { tokensPlugin } from './tokens-css.ts'

const api = process.env.JIJU_API_URL ?? 'http://127.0.0.1:4000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [tokensPlugin(), react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing is inlined as data: except images; the content security policy allows only `img-src data:`.
    assetsInlineLimit: (file) => file.endsWith('.svg'),
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'vendor',
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|i18next|react-i18next|openapi-fetch|use-sync-external-store)[\\/]/,
            },
            // What nearly every page uses, in one file: small chunks compress badly and each costs a request. Public pages need nothing of ui/late.
            { name: 'kit', test: /apps[\\/]web[\\/]src[\\/](lib|ui(?![\\/]late)|frames|features[\\/]catalog)[\\/]/, minShareCount: 6 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.JIJU_WEB_PORT ?? 4500),
    strictPort: true,
    proxy: { '/api': { target: api, changeOrigin: false } },
  },
})
