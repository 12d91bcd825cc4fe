import { address, randomKey } from './http'
import { Problem, problemFrom } from './problem'

/** 100 MB, as the server enforces while it reads. */
export const LARGEST_UPLOAD = 100 * 1024 * 1024

/** Streams a file with progress in 0..1; fetch reports none for uploads. */
export function upload<T>(
  path: string,
  file: File,
  query: Record<string, string>,
  progress: (share: number) => void,
  revision?: number,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address(path, { filename: file.name, ...query }))
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('Accept-Language', document.documentElement.lang)
    request.setRequestHeader('Idempotency-Key', randomKey())
    if (revision !== undefined) request.setRequestHeader('If-Match', `"${revision}"`)
    request.upload.onprogress = (event) => progress(event.total ? event.loaded / event.total : 0)
    request.onerror = () => reject(new Problem(0, { code: 'unreachable' }))
    request.onload = () =>
      request.status < 300
        ? resolve(JSON.parse(request.responseText) as T)
        : reject(problemFrom(request.status, request.responseText))
    request.send(file)
  })
}
