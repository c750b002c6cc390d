import type { CommandDefinition } from '../command.ts';
import { addMarks } from '../radar/add-marks.ts';
import { amendFact } from './amend.ts';
import { annulStep, rectify } from './annul.ts';
import { claimCommands } from './claims.ts';
import { conferenceCommands } from './conferences.ts';
import { recordConsent } from './consent.ts';
import { issueQueryCode, recordContact } from './contact.ts';
import { recordGoodsCustody } from './goods.ts';
import { addItem, withdrawItem } from './items.ts';
import { noteLetterSent, noteLetterToPrint, recordService, resendLetters } from './letters.ts';
import { limitationCommands } from './limitation-events.ts';
import { linkCommands } from './links.ts';
import { describeMatter, mediateAgain, pathSteps, recordObstacleEnded, splitMatter, triageAgain } from './matters.ts';
import {
  noteImpossibleReaction,
  noteInvalidationResult,
  noteMovedDueDate,
  noteOpeningKeptDate,
  settleNote,
} from './notes.ts';
import { assignOfficer } from './officers.ts';
import { openAsOf } from './open-as-of.ts';
import { openCase, openProceeding } from './opening.ts';
import { opinionCommands } from './opinions.ts';
import { addParty, appointAgent, confirmServiceAddress, describeParty, endAgency } from './parties.ts';
import { partyChanges } from './party-changes.ts';
import { settlePartyWord } from './party-words.ts';
import { noteRelatedCase } from './related-notes.ts';
import { takeUpHere } from './take-up.ts';
import { withdrawContact } from './withdraw-contact.ts';

/** Commands on what every case has, whatever channel it is in: parties, papers, officers, matters, corrections. */
export const dossierCommands: readonly CommandDefinition[] = [
  openCase,
  openProceeding,
  openAsOf,
  addParty,
  describeParty,
  appointAgent,
  endAgency,
  ...partyChanges,
  confirmServiceAddress,
  issueQueryCode,
  recordContact,
  recordConsent,
  withdrawContact,
  addItem,
  withdrawItem,
  recordGoodsCustody,
  assignOfficer,
  describeMatter,
  splitMatter,
  ...claimCommands,
  ...conferenceCommands,
  ...opinionCommands,
  ...linkCommands,
  mediateAgain,
  triageAgain,
  takeUpHere,
  recordObstacleEnded,
  ...limitationCommands,
  ...pathSteps,
  amendFact,
  annulStep,
  rectify,
  noteImpossibleReaction,
  noteMovedDueDate,
  noteOpeningKeptDate,
  noteInvalidationResult,
  noteRelatedCase,
  addMarks,
  settleNote,
  settlePartyWord,
  recordService,
  resendLetters,
  noteLetterSent,
  noteLetterToPrint,
];
