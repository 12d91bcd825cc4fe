import { send } from './http'
import type { NewPlan, Plan } from './types'

/** What either side owes, again and again. */
export const plans = {
  preview: (contract: string, body: NewPlan) => send<Plan>(`/contracts/${contract}/obligation-plans/preview`, { method: 'POST', body }),
  create: (contract: string, body: NewPlan) => send<Plan>(`/contracts/${contract}/obligation-plans`, { method: 'POST', once: true, body }),
}
