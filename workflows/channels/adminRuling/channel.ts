import type { Channel } from '../../channel.ts';
import { adminRulingMachine } from './machine.ts';

/** A ruling on patent infringement. Departments give it; a centre may carry it out by commission (O81 8). A suit may come beside it (F3 is asked at the door). */
export const adminRuling: Channel = {
  id: 'adminRuling',
  machine: { id: 'adminRuling', version: 1, machine: adminRulingMachine, upgrades: {} },
  family: 'authority',
  runBy: ['patentAdministrationDepartment', 'protectionCentre'],
  exclusiveWith: ['adminRuling', 'arbitration'],
};
