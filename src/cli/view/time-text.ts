/** An instant (epoch milliseconds) for a list: to the minute, in UTC, so that lines of several zones compare. */
export function timeText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
