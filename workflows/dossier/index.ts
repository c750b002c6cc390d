import type { CommandDefinition } from '../command.ts';
import { amendFact } from './amend.ts';
import { annulStep, rectify } from './annul.ts';
import { recordConsent } from './consent.ts';
import { issueQueryCode, recordContact } from './contact.ts';
import { addItem, withdrawItem } from './items.ts';
import { noteLetterSent, noteLetterToPrint, recordService, resendLetters } from './letters.ts';
import { limitationCommands } from './limitation-events.ts';
import { describeMatter, mediateAgain, pathSteps, recordObstacleEnded, splitMatter } from './matters.ts';
import { noteImpossibleReaction, noteInvalidationResult, noteMovedDueDate, settleNote } from './notes.ts';
import { assignOfficer } from './officers.ts';
import { openCase, openProceeding } from './opening.ts';
import { addParty, appointAgent, confirmServiceAddress, describeParty, endAgency } from './parties.ts';
import { takeUpHere } from './take-up.ts';

/** Commands on what every case has, whatever channel it is in: parties, papers, officers, matters, corrections. */
export const dossierCommands: readonly CommandDefinition[] = [
  openCase,
  openProceeding,
  addParty,
  describeParty,
  appointAgent,
  endAgency,
  confirmServiceAddress,
  issueQueryCode,
  recordContact,
  recordConsent,
  addItem,
  withdrawItem,
  assignOfficer,
  describeMatter,
  splitMatter,
  mediateAgain,
  takeUpHere,
  recordObstacleEnded,
  ...limitationCommands,
  ...pathSteps,
  amendFact,
  annulStep,
  rectify,
  noteImpossibleReaction,
  noteMovedDueDate,
  noteInvalidationResult,
  settleNote,
  recordService,
  resendLetters,
  noteLetterSent,
  noteLetterToPrint,
];
