import type { HeaderWords } from './concepts.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import { sv } from './sv.ts'
import { tr } from './tr.ts'
import { zh } from './zh.ts'

/** Every language in which columns are understood. English stands first: the names of CRMs' interfaces are English. */
export const languages: readonly HeaderWords[] = [en, de, fr, es, pt, it, nl, sv, pl, ru, ja, zh, tr]
