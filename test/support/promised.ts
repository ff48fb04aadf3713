/** A promise, and what keeps it. */
export function promised(): [Promise<void>, () => void] {
  let keep = () => {}
  const promise = new Promise<void>((resolve) => {
    keep = resolve
  })
  return [promise, () => keep()]
}
