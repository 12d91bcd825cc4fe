import { Bell, DataAnalysis, Finished, Notebook, Upload } from '@element-plus/icons-vue'
import type { Component } from 'vue'

/** The menu and the guards of the router name the same operations. */
export const menu: { name: string; operation: string; icon: Component; badge?: 'tasks' | 'alerts' }[] = [
  { name: 'overview', operation: 'overview.read', icon: DataAnalysis },
  { name: 'tasks', operation: 'task.list', icon: Finished, badge: 'tasks' },
  { name: 'submit', operation: 'contract.create', icon: Upload },
  { name: 'ledger', operation: 'contract.list', icon: Notebook },
  { name: 'alerts', operation: 'alert.list', icon: Bell, badge: 'alerts' },
]
