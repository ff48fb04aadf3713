import { kindOfHeader } from './kind-of-header.ts'

export const contacts = kindOfHeader({
  kind: 'contacts',
  own: ['contact'],
  fields: {
    id: 'id; .9 =number; .85 id number',
    name: '=name; .9 =contact primary?',
    firstName: 'firstname',
    lastName: 'lastname',
    email: 'email primary?',
    title: 'job; .95 =title; .8 =role; .7 job title|role',
    account: 'account name?; .85 account domain; .65 =domain',
    accountId: 'account id|number|code',
    owner: 'owner name?; .8 owner id',
  },
  tells: { firstName: 1.5, lastName: 1.5, email: 1.2, title: 1.2, name: 0.5, account: 1, accountId: 0.7 },
  needs: [
    ['name', 'lastName', 'firstName'],
    ['email', 'id'],
    ['account', 'accountId', 'title', 'email'],
  ],
  signs: { person: 1, contact: 1 },
})

export const users = kindOfHeader({
  kind: 'users',
  own: ['user', 'owner'],
  fields: {
    id: 'id; .8 =number; .8 =code',
    name: '=name; .9 =user; .85 =owner',
    firstName: 'firstname',
    lastName: 'lastname',
    email: 'email',
    isActive: 'active flag?; .7 =status',
    role: 'role; .9 role id; .8 job; .8 =title',
    manager: 'manager name?; .9 manager id; .8 manager email',
    team: 'team name?; .8 team id',
  },
  tells: { id: 0.6, name: 0.6, firstName: 1, lastName: 1, email: 1.2, isActive: 1.5, role: 1, manager: 0.8, team: 0.8 },
  needs: ['id', ['name', 'lastName', 'firstName'], ['email', 'role', 'isActive']],
  signs: { login: 1, user: 1, owner: 0.8 },
})

export const reps = kindOfHeader({
  kind: 'reps',
  own: ['owner'],
  fields: {
    rep: 'owner name?; =name; .9 =user name?; .8 owner id|code',
    id: '.75 id|code; .7 number',
    firstName: 'firstname',
    lastName: 'lastname',
    email: 'email',
    manager: 'manager name?; .7 manager id|email',
    team: 'team name?; .7 team region',
    region: 'region name?',
    level: 'level; .6 =job',
    startDate: 'start date?; .62 entered date',
    goal: 'goal amount? month?|quarter?|year?|recurring?',
    isActive: 'active flag?; .62 =status',
    period: '=period goal?',
    month: '=month',
    quarter: '=quarter',
    year: '=year',
  },
  tells: { rep: 0.9, manager: 1.2, team: 1, region: 0.8, level: 1.2, startDate: 1.5, goal: 1.5, email: 0.5 },
  needs: ['rep', ['id', 'manager', 'team', 'level', 'startDate', 'goal', 'region']],
  signs: { owner: 0.8, account: -1.5, deal: -1.5, stage: -1.5, project: -1.5 },
})

export const goals = kindOfHeader({
  kind: 'goals',
  own: ['owner'],
  fields: {
    rep: 'owner name?; .8 name; .75 owner id|code|email; .7 user name?',
    repId: '.65 owner id|code',
    goal: 'goal amount? month?|quarter?|year?; .62 =amount; .7 goal number',
    attained: '.9 attained amount?; actual amount? goal?; .8 won amount?',
    from: 'from date?; .9 =start date?',
    to: 'to date?; .7 closed|close date',
    period: '=period goal?',
    month: '=month date?',
    quarter: '=quarter',
    year: '=year',
  },
  tells: { rep: 0.8, goal: 2, attained: 1, period: 1.2, month: 1.2, quarter: 1.2, year: 0.8, from: 0.8, to: 0.8 },
  needs: ['rep', 'goal'],
  signs: { goal: 1 },
})
