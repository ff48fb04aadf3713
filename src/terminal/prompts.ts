import { createPrompt, isBackspaceKey, isEnterKey, useEffect, useKeypress, useState } from '@inquirer/core'

/** What one key does. */
export interface Key<Action extends string = string> {
  /** A letter or digit, `enter` or `space`. */
  readonly key: string
  readonly action: Action
  /** What the screen says it does. */
  readonly says: string
  /** Works, and is not said. */
  readonly isSilent?: boolean
}

export interface KeysQuestion {
  /** The keys as the screen shows them, laid out for the width that there is now. */
  readonly shown: () => string
  /** Calls when the window has another size; what it returns ends that. */
  readonly onResize: (redraw: () => void) => () => void
  readonly keys: readonly Key[]
  /** In front of what was chosen. */
  readonly mark: string
}

/** Waits for one of some keys; no Enter after it, because a hand that holds a cup has one finger free. */
export const keysPrompt = createPrompt<string, KeysQuestion>((question, done) => {
  const [chosen, choose] = useState<Key | undefined>(undefined)
  const [sizes, setSizes] = useState(0)
  useEffect(() => question.onResize(() => setSizes(sizes + 1)), [sizes])
  useKeypress((pressed, readline) => {
    readline.clearLine(0)
    if (chosen !== undefined || pressed.ctrl) return
    const name = isEnterKey(pressed) ? 'enter' : pressed.name
    const found = question.keys.find(({ key }) => key === name)
    if (found === undefined) return
    choose(found)
    done(found.action)
  })
  return chosen === undefined ? `${question.shown()}\n${question.mark} ` : `${question.mark} ${chosen.says}`
})

export interface LineQuestion {
  /** Laid out, in as many lines as it takes. */
  readonly message: string
  /** In front of the text. */
  readonly mark: string
  /** What stands there to be edited. */
  readonly initial: string
  /** What is wrong with a text; undefined where nothing is. */
  readonly check: (text: string) => string | undefined
  readonly paint: (error: string) => string
}

/** One line of text to edit. What was typed stays there while something is wrong with it. */
export const linePrompt = createPrompt<string, LineQuestion>((question, done) => {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  useEffect((readline) => {
    readline.write(question.initial)
    setText(question.initial)
  }, [])
  useKeypress((pressed, readline) => {
    if (isEnterKey(pressed)) {
      const found = question.check(text.trim())
      if (found === undefined) done(text.trim())
      else {
        // The line was taken with the Enter: it is put back to be mended.
        readline.write(text)
        setWrong(found)
      }
      return
    }
    if (isBackspaceKey(pressed) || readline.line !== text) setWrong(undefined)
    setText(readline.line)
  })
  return [`${question.message}\n${question.mark} ${text}`, wrong === undefined ? '' : question.paint(wrong)]
})
