/**
 * Shrinkage: a rate of few cases is drawn towards the rate of all, so that three deals make nobody the best or the
 * worst. Empirical Bayes: what all have in common is the prior, and how far reps differ says how much it weighs.
 *
 * Sources: Kleinman (1973), Proportions with extraneous variance (moments of the beta-binomial); Casella (1985), An
 * introduction to empirical Bayes data analysis; Gelman et al., Bayesian Data Analysis, 3rd ed., 2.4 and 2.6.
 */
import { betaAtMost, gammaAtMost, type Share } from './chances.ts'
import { sum } from './statistics.ts'

/** What is common to all: a rate, and how many cases of a group's own it outweighs. */
export interface Prior {
  readonly rate: number
  /** In cases for a share, in expected events for a pace. */
  readonly worth: number
}

/** The least and the most that a prior may be worth. */
export interface Bounds {
  readonly least: number
  readonly most: number
}

/**
 * The beta prior of several groups' shares, by the method of moments: worth little where the groups differ by more than
 * chance, much where they do not. Undefined without a case.
 */
export function betaPrior(groups: readonly Share[], { least, most }: Bounds): Prior | undefined {
  const seen = groups.filter(({ of }) => of > 0)
  const total = sum(seen.map(({ of }) => of))
  if (total === 0) return undefined
  const rate = sum(seen.map(({ won }) => won)) / total
  const spread = sum(seen.map(({ won, of }) => of * (won / of - rate) ** 2))
  // What the spread would be by chance alone, and how much of it each unit of variance between groups adds.
  const byChance = rate * (1 - rate) * (seen.length - 1)
  const leverage = total - sum(seen.map(({ of }) => of ** 2)) / total
  const between = leverage > 0 ? (spread - byChance) / leverage : 0
  const worth = between > 0 ? (rate * (1 - rate)) / between - 1 : most
  return { rate, worth: Math.min(most, Math.max(least, worth)) }
}

/** The posterior mean of a share: (won + worth × rate) ÷ (cases + worth). */
export function shrunkShare({ won, of }: Share, { rate, worth }: Prior): number {
  return (won + worth * rate) / (of + worth)
}

/** The posterior probability that a group's true share is below this one. */
export function chanceShareBelow(share: number, { won, of }: Share, { rate, worth }: Prior): number {
  return betaAtMost(share, won + worth * rate, of - won + worth * (1 - rate))
}

/** Events over an exposure, such as weeks. */
export interface Pace {
  readonly events: number
  readonly exposure: number
}

/** The gamma prior of several groups' paces, by the method of moments. Undefined without exposure. */
export function gammaPrior(groups: readonly Pace[], { least, most }: Bounds): Prior | undefined {
  const seen = groups.filter(({ exposure }) => exposure > 0)
  const total = sum(seen.map(({ exposure }) => exposure))
  if (total === 0) return undefined
  const rate = sum(seen.map(({ events }) => events)) / total
  const spread = sum(seen.map(({ events, exposure }) => exposure * (events / exposure - rate) ** 2))
  const leverage = total - sum(seen.map(({ exposure }) => exposure ** 2)) / total
  const between = leverage > 0 ? (spread - rate * (seen.length - 1)) / leverage : 0
  const worth = between > 0 ? rate ** 2 / between : most
  return { rate, worth: Math.min(most, Math.max(least, worth)) }
}

/** The posterior mean of a pace: (events + worth) ÷ (exposure + worth ÷ rate). */
export function shrunkPace({ events, exposure }: Pace, { rate, worth }: Prior): number {
  return rate === 0 ? 0 : (events + worth) / (exposure + worth / rate)
}

/** The posterior probability that a group's true pace is below this one. */
export function chancePaceBelow(pace: number, { events, exposure }: Pace, { rate, worth }: Prior): number {
  return rate === 0 ? 0 : gammaAtMost(pace * (exposure + worth / rate), events + worth)
}
