import type { Command } from 'commander'
import { rules } from '../../rules/index.ts'
import { shapeOf } from '../completion/shape.ts'
import { bashScript } from '../completion/bash.ts'
import { fishScript } from '../completion/fish.ts'
import { zshScript } from '../completion/zsh.ts'
import { writeOut, type Io } from '../system/io.ts'

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript } as const

/** `completion bash|zsh|fish`: prints a script for that shell to read at its start. */
export async function completion(shell: keyof typeof SCRIPTS, program: Command, io: Io): Promise<number> {
  await writeOut(
    io.stdout,
    SCRIPTS[shell](
      shapeOf(
        program,
        rules.map(({ id }) => id),
      ),
    ),
  )
  return 0
}
