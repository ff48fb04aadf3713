import * as fc from 'fast-check'

// The same cases on every run, so that a failure is one of the change and not of the day; FC_SEED looks at others.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['FC_SEED'] ?? 20_261_120) })
