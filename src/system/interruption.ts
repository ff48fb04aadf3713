import type { Io } from './io.ts'

const SIGNALS = { SIGINT: 2, SIGTERM: 15 } as const

/** What has to be put right at once should the program be ended now: a half-written file removed, a lock let go. */
const unfinished = new Set<() => void>()

/** Does the work; `undo`, which may not wait for anything, runs should a signal end the program meanwhile. */
export async function undoneOnSignal<T>(undo: () => void, work: () => Promise<T>): Promise<T> {
  unfinished.add(undo)
  try {
    return await work()
  } finally {
    unfinished.delete(undo)
  }
}

/** What listens now, by signal. */
const listening = new Map<string, () => void>()

/**
 * Ends the program on Ctrl-C and on SIGTERM with the code that a shell gives them, 130 and 143, leaving nothing half
 * done behind. Nothing here waits, so that there is nothing that a second signal could cut short. What is returned
 * gives the signals back.
 */
export function endOnSignals({ signals }: Io): () => void {
  if (signals === undefined) return () => undefined
  for (const [signal, number] of Object.entries(SIGNALS)) {
    const end = () => {
      try {
        for (const undo of unfinished) undo()
      } finally {
        signals.exit(128 + number)
      }
    }
    listening.set(signal, end)
    signals.on(signal, end)
  }
  return () => {
    for (const [signal, end] of listening) signals.off(signal, end)
    listening.clear()
  }
}

/**
 * Reckons for long without a pause. No signal could be heard meanwhile, so the system is left to end the program at
 * once, which a shell gives the same codes. Nothing may be half done.
 */
export async function reckoning<T>({ signals }: Io, work: () => T | Promise<T>): Promise<T> {
  if (signals === undefined) return work()
  // One that has come already is heard first: when nobody listens any more it would be lost. Signals are heard where
  // the system's events are; the first turn may still end the round in which the last of those were.
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve))
  for (const [signal, end] of listening) signals.off(signal, end)
  try {
    return await work()
  } finally {
    for (const [signal, end] of listening) signals.on(signal, end)
  }
}
