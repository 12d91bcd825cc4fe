import { cpSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const source = fileURLToPath(new URL('../node_modules/pdfjs-dist/', import.meta.url))
const served = ['cmaps', 'standard_fonts', 'wasm']

/** Copies what pdf.js fetches at run time: CJK character maps, the standard fonts and image decoders. */
export function pdfjsFiles(outDir: string): Plugin {
  return {
    name: 'pdfjs-files',
    apply: 'build',
    closeBundle() {
      for (const folder of served) {
        cpSync(`${source}${folder}`, `${outDir}/assets/pdfjs/${folder}`, { recursive: true })
      }
    },
  }
}
