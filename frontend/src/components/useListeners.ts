import { onBeforeUnmount, onMounted, type ShallowRef } from 'vue'

type Listeners = { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void }

/** Listens on an element that is no control itself, e.g. for files dropped on it or the focus leaving it. */
export function useListeners(element: Readonly<ShallowRef<HTMLElement | null>>, listeners: Listeners): void {
  const pairs = Object.entries(listeners) as [string, EventListener][]
  onMounted(() => pairs.forEach(([name, heard]) => element.value?.addEventListener(name, heard)))
  onBeforeUnmount(() => pairs.forEach(([name, heard]) => element.value?.removeEventListener(name, heard)))
}
