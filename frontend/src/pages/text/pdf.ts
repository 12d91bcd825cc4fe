// the legacy build carries the polyfills that older kernels need
import { getDocument, GlobalWorkerOptions, TextLayer, type PageViewport, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = worker

const files = '/assets/pdfjs'
const width = 820 // CSS pixels of a page

export interface OpenPdf {
  pages: number
  /** Draws a page, turned clockwise by so many degrees more than it says itself. */
  draw(number: number, canvas: HTMLCanvasElement, turn: number): Promise<void>
  /** Draws a page with a layer of text that can be selected. */
  drawText(number: number, canvas: HTMLCanvasElement, text: HTMLElement): Promise<{ width: string; height: string }>
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
    async draw(number, canvas, turn) {
      const page = await document_.getPage(number)
      await paint(page, canvas, sized(page, turn))
    },
    async drawText(number, canvas, text) {
      const page = await document_.getPage(number)
      const viewport = sized(page, 0)
      await paint(page, canvas, viewport)
      text.style.setProperty('--total-scale-factor', String(viewport.scale))
      text.style.setProperty('--scale-factor', String(viewport.scale))
      await new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport }).render()
      return { width: `${viewport.width}px`, height: `${viewport.height}px` }
    },
    destroy: () => loading.destroy(),
  }
}

function sized(page: PDFPageProxy, turn: number): PageViewport {
  const rotation = (page.rotate + turn) % 360
  return page.getViewport({ scale: width / page.getViewport({ scale: 1, rotation }).width, rotation })
}

async function paint(page: PDFPageProxy, canvas: HTMLCanvasElement, viewport: PageViewport): Promise<void> {
  const density = window.devicePixelRatio || 1
  canvas.width = viewport.width * density
  canvas.height = viewport.height * density
  await page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] }).promise
}
