// the legacy build carries the polyfills that older kernels need
import { getDocument, GlobalWorkerOptions, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs'
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = worker

const files = '/assets/pdfjs'
const width = 820 // CSS pixels of a page

export interface OpenPdf {
  pages: number
  draw(number: number, canvas: HTMLCanvasElement, text: HTMLElement): Promise<{ width: string; height: string }>
  destroy(): Promise<void>
}

/** Opens a PDF for drawing page by page, with a text layer that can be selected. */
export async function openPdf(address: string): Promise<OpenPdf> {
  const loading = getDocument({
    url: address,
    cMapUrl: `${files}/cmaps/`,
    standardFontDataUrl: `${files}/standard_fonts/`,
    wasmUrl: `${files}/wasm/`,
  })
  const document_ = await loading.promise
  return {
    pages: document_.numPages,
    async draw(number, canvas, text) {
      const page = await document_.getPage(number)
      const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
      const density = window.devicePixelRatio || 1
      canvas.width = viewport.width * density
      canvas.height = viewport.height * density
      await page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] }).promise
      text.style.setProperty('--total-scale-factor', String(viewport.scale))
      text.style.setProperty('--scale-factor', String(viewport.scale))
      await new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport }).render()
      return { width: `${viewport.width}px`, height: `${viewport.height}px` }
    },
    destroy: () => loading.destroy(),
  }
}
