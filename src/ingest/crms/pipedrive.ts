import type { Crm } from './crm.ts'

/** List exports, whose columns carry the name of their list (`Deal - Title`) where they come from a mixed view. */
export const pipedrive: Crm = {
  id: 'pipedrive',
  name: 'Pipedrive',
  stages: [
    ['Qualified', 'Contact Made', 'Demo Scheduled', 'Proposal Made', 'Negotiations Started'],
    ['Lead In', 'Contact Made', 'Demo Scheduled', 'Proposal Made', 'Negotiations Started'],
    ['Lead In', 'Contact Made', 'Needs Defined', 'Proposal Made', 'Negotiations Started'],
  ],
  files: [
    {
      kind: 'opportunities',
      otherwise: {
        lostReason: ['Deal - Verlustgrund'],
        stageChanged: ['Deal - Letzte Phasenänderung'],
      },
      telltales: [
        'Deal - Title',
        'Deal - Status',
        'Deal - Stage',
        'Deal created',
        'Currency of Value',
        'Won time',
        'Negocio - Título',
      ],
      columns: {
        type: ['Deal - Label', 'Label'],
      },
      forbids: ['Activity - Subject', 'Subject', 'Marked as done time'],
      except: { columns: ['Deal - Status', 'Status'], values: ['deleted', 'gelöscht'] },
    },
    {
      kind: 'activities',
      telltales: ['Activity - Subject', 'Activity - Due date', 'Assigned to user', 'Marked as done time'],
      columns: {
        // The number where it was added to the list, else the deal's title.
        status: ['Activity - Done', 'Done'],
      },
      codes: { status: { yes: 'done', no: 'to do', true: 'done', false: 'to do', 1: 'done', 0: 'to do' } },
    },
    {
      kind: 'contacts',
      telltales: ['Person - Name', 'Person - ID', 'Person - Organization', 'Email - Work', 'People - Name'],
      forbids: ['Deal - Title', 'Deal - Status', 'Activity - Subject', 'Title'],
    },
    {
      kind: 'accounts',
      telltales: ['Organization - Name', 'Organization - ID', 'People count', 'Organization - People'],
      columns: {
        type: ['Organization - Label', 'Organization - Labels', 'Label'],
      },
      forbids: ['Deal - Title', 'Deal - Status', 'Activity - Subject', 'Person - Name', 'Title'],
    },
  ],
}
