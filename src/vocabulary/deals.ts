/** What deal types, pipelines and record types say, anywhere in them, that are no new business. */
export const RENEWAL = ['renewal', 'renewals', 'renew']
