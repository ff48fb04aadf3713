import type { Crm } from './crm.ts'

/** Exports of the lists (Russian or English labels) and of the REST API, which writes technical names. */
export const bitrix24: Crm = {
  id: 'bitrix24',
  name: 'Bitrix24',
  stages: [
    ['NEW', 'PREPARATION', 'PREPAYMENT_INVOICE', 'EXECUTING', 'FINAL_INVOICE'],
    ['Новая', 'Подготовка документов', 'Счёт на предоплату', 'В работе', 'Финальный счёт'],
    ['Новая', 'Подготовка документов', 'Счет на предоплату', 'В работе', 'Финальный счет'],
    ['New', 'Prepare documents', 'Prepayment invoice', 'In progress', 'Final invoice'],
  ],
  files: [
    {
      kind: 'opportunities',
      otherwise: {
        owner: ['Responsible person'],
        lastActivity: ['LAST_COMMUNICATION_TIME'],
        probability: ['Вероятность, %'],
        pipeline: ['Направление'],
      },
      beside: ['ASSIGNED_BY_ID', 'STAGE_SEMANTIC_ID', 'DATE_CREATE', 'Стадия сделки', 'Responsible person'],
      telltales: [
        'STAGE_ID',
        'STAGE_SEMANTIC_ID',
        'ASSIGNED_BY_ID',
        'Стадия сделки',
        'Название сделки',
        'Responsible person',
      ],
      columns: {
        stage: ['STAGE_ID'],
        status: ['STAGE_SEMANTIC_ID', 'Группа стадии'],
        amount: ['OPPORTUNITY'],
        currency: ['CURRENCY_ID'],
        stageChanged: ['MOVED_TIME'],
        source: ['SOURCE_ID'],
        pipeline: ['CATEGORY_ID'],
      },
      codes: { status: { p: 'open', s: 'won', f: 'lost', 'в работе': 'open', успешные: 'won', проваленные: 'lost' } },
      forbids: ['OWNER_TYPE_ID', 'PROVIDER_ID'],
    },
    {
      kind: 'activities',
      otherwise: {
        date: ['END_TIME'],
        subject: ['Название'],
        isClosed: ['Выполнено'],
        direction: ['Направление'],
      },
      telltales: ['OWNER_TYPE_ID', 'PROVIDER_ID', 'RESPONSIBLE_ID', 'Срок исполнения'],
      columns: {
        dealId: ['OWNER_ID'],
        type: ['TYPE_ID', 'PROVIDER_TYPE_ID'],
      },
      codes: {
        type: {
          1: 'meeting',
          2: 'call',
          3: 'task',
          4: 'email',
          звонок: 'call',
          встреча: 'meeting',
          письмо: 'email',
          задача: 'task',
        },
        direction: { 1: 'in', 2: 'out', 0: '' },
      },
      // 2 is a deal; leads, contacts and companies count from 1 too.
      only: { columns: ['OWNER_TYPE_ID'], values: ['2'] },
    },
    {
      kind: 'contacts',
      telltales: ['POST', 'COMPANY_ID', 'Должность'],
      columns: {
        firstName: ['NAME', 'Имя'],
        title: ['POST'],
        account: ['COMPANY_TITLE'],
      },
      forbids: ['STAGE_ID', 'Стадия сделки', 'WORK_POSITION', 'UF_DEPARTMENT', 'Подразделения'],
    },
    {
      kind: 'accounts',
      telltales: ['COMPANY_TYPE', 'Тип компании', 'Название компании'],
      columns: {
        name: ['TITLE'],
      },
      forbids: ['STAGE_ID', 'Стадия сделки'],
    },
    {
      kind: 'users',
      telltales: ['WORK_POSITION', 'UF_DEPARTMENT', 'PERSONAL_PHOTO', 'LAST_LOGIN', 'Подразделения', 'LAST_NAME'],
      columns: {
        firstName: ['NAME', 'Имя'],
      },
      forbids: ['FIRST_NAME', 'STAGE_ID', 'POST', 'COMPANY_ID', 'COMPANY_TITLE', 'COMPANY_NAME', 'OPENED', 'SOURCE_ID'],
    },
  ],
}
