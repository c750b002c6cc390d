import { remember } from '../machine.ts';
import { completeFormalities, endWithoutAgreement, recordAgreement, resumeMediation, withdraw } from './transitions.ts';

/** The ways through a mediation once it was accepted, the same for every mediation; some may also end one whose agreement waits for its seal. */
export const ways = {
  accepted: {
    assignMediator: 'assigned',
    endMediation: endWithoutAgreement,
    withdrawApplication: withdraw,
    suspendMediation: { target: 'suspended', actions: remember({ resumeTo: 'accepted' }) },
  },
  assigned: {
    assignMediator: 'assigned',
    openSession: 'inSession',
    recordAgreement,
    endMediation: endWithoutAgreement,
    withdrawApplication: withdraw,
    suspendMediation: { target: 'suspended', actions: remember({ resumeTo: 'assigned' }) },
  },
  inSession: {
    assignMediator: 'inSession',
    openSession: 'inSession',
    adjournMediation: 'adjourned',
    recordAgreement,
    completeFormalities: [...completeFormalities, { target: 'inSession' }],
    abandonAgreement: 'inSession',
    endMediation: [...endWithoutAgreement, { target: 'inSession' }],
    withdrawApplication: [...withdraw, { target: 'inSession' }],
    suspendMediation: { target: 'suspended', actions: remember({ resumeTo: 'inSession' }) },
  },
  adjourned: {
    assignMediator: 'adjourned',
    openSession: 'inSession',
    recordAgreement,
    completeFormalities: [...completeFormalities, { target: 'adjourned' }],
    abandonAgreement: 'adjourned',
    endMediation: [...endWithoutAgreement, { target: 'adjourned' }],
    withdrawApplication: [...withdraw, { target: 'adjourned' }],
    suspendMediation: { target: 'suspended', actions: remember({ resumeTo: 'adjourned' }) },
  },
  awaitingFormalities: {
    assignMediator: 'awaitingFormalities',
    completeFormalities: [...completeFormalities, { target: 'awaitingFormalities' }],
    abandonAgreement: 'inSession',
    suspendMediation: { target: 'suspended', actions: remember({ resumeTo: 'awaitingFormalities' }) },
  },
  suspended: {
    resumeMediation,
    endMediation: endWithoutAgreement,
  },
} as const;
