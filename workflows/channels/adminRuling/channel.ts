import type { Channel } from '../../channel.ts';
import { adminRulingMachine } from './machine.ts';

/** A ruling on patent infringement. Departments give it; a centre may carry it out by commission (O81 8). A suit may come beside it (F3 is asked at the door). */
export const adminRuling: Channel = {
  id: 'adminRuling',
  // 2: a court may revoke a ruling without ordering a new one. Slots of 1 stand where they stood.
  machine: { id: 'adminRuling', version: 2, machine: adminRulingMachine, upgrades: { 1: (slot) => slot } },
  family: 'authority',
  runBy: ['patentAdministrationDepartment', 'protectionCentre'],
  exclusiveWith: ['adminRuling', 'arbitration'],
};
