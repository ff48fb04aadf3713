export type { DateCode, DateOrder } from './date-code.ts'
export { DateColumn } from './date-column.ts'
export { decideOrders } from './date-order.ts'
