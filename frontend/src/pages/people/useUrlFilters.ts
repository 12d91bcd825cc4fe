import { computed } from 'vue'
import { useRoute, useRouter, type LocationQuery, type LocationQueryRaw } from 'vue-router'

/** Filters that live in the address: what is empty is left out, so that addresses stay short and can be passed on. */
export function useUrlFilters<Key extends string>(keys: readonly Key[]) {
  const route = useRoute()
  const router = useRouter()
  const read = (query: LocationQuery, key: Key): string => [query[key] ?? ''].flat()[0] ?? ''
  const filters = computed(() => Object.fromEntries(keys.map((key) => [key, read(route.query, key)])) as Record<Key, string>)

  function change(part: Partial<Record<Key, string>>): void {
    const changed = Object.entries({ ...route.query, ...part })
    void router.replace({ query: Object.fromEntries(changed.filter(([, value]) => value !== '')) as LocationQueryRaw })
  }

  return { filters, change }
}
