import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vitest/config'
import { pdfjsFiles } from './build/pdfjs-files.ts'

const outDir = fileURLToPath(new URL('../contract_platform/web/static', import.meta.url))

export default defineConfig({
  plugins: [
    vue(),
    components({ dts: false, dirs: [], resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
    pdfjsFiles(outDir),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // the oldest browsers in the offices are Chromium 90 and later; the default of Vite 8 is 111
  build: { outDir, emptyOutDir: true, target: 'chrome90', cssTarget: 'chrome90', chunkSizeWarningLimit: 1200 },
  server: { proxy: { '/api': 'http://127.0.0.1:8000' } },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'] },
})
