import type { RouteLocationRaw } from 'vue-router'

/** Which tab of the contract a task is done on. */
const places: Record<string, string> = {
  filing: 'signing', obligation: 'obligations', plan: 'obligations', alert: 'alerts', urgency: 'submission', endorsement: 'work', supervision: 'work',
  correction: 'corrections',
}

/** Where a task is done. */
export function placeOf(row: { subject: string; contract_id: string }): RouteLocationRaw {
  if (row.subject === 'handover') return { name: 'handovers' }
  if (row.subject === 'entry') return { name: 'existing', params: { id: row.contract_id } }
  const tab = places[row.subject]
  return { name: 'contract', params: { id: row.contract_id }, query: tab ? { tab } : {} }
}
