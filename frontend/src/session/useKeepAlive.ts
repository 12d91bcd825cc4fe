import { onBeforeUnmount, onMounted } from 'vue'
import { noteActivity } from './activity'
import { useSession } from './store'

const every = 60_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll'] as const
const options = { passive: true, capture: true }

/** Tells the server that somebody is reading or scrolling, at most once a minute. */
export function useKeepAlive(): void {
  const session = useSession()
  let told = Date.now()

  function heard(): void {
    noteActivity()
    if (Date.now() - told < every || session.lost) return
    told = Date.now()
    void session.keep()
  }

  onMounted(() => signs.forEach((name) => window.addEventListener(name, heard, options)))
  onBeforeUnmount(() => signs.forEach((name) => window.removeEventListener(name, heard, options)))
}
