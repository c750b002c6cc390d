import type { Text } from './text.ts';

/** Kinds of organisations, as in the glossary of the reading notes. */
export type OrganisationKind =
  | 'peopleMediationCommittee'
  | 'industryMediationOrganisation'
  | 'commercialMediationOrganisation'
  | 'protectionCentre'
  | 'rightsAidCentre'
  | 'patentAdministrationDepartment'
  | 'trademarkEnforcementDepartment'
  | 'arbitrationInstitution'
  | 'court'
  | 'publicSecurity'
  | 'procuratorate'
  | 'customs'
  | 'notary'
  | 'platformOperator'
  | 'copyrightAuthority'
  | 'plantVarietyAuthority';

/** An organisation of the town. `onSystem` false: its acts are recorded on its behalf, with evidence. */
export interface Organisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: Text;
  readonly shortName: Text;
  readonly onSystem: boolean;
  /** Administrative division code (370602), null for functional areas without one. */
  readonly division: string | null;
  readonly parent: string | null;
  /** Court code as in case numbers (鲁0602); null for other kinds. */
  readonly courtCode: string | null;
  readonly courtLevel: 'basic' | 'intermediate' | 'high' | null;
  /** A number anyone can look up and ring, to verify a letter or a call. */
  readonly publicTelephone: string | null;
  readonly source: string;
  readonly verified: 'text' | 'secondary' | 'memory' | 'inference';
}

/** A person who may be given work: an account of an organisation, without anything private. */
export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
}

/** Roles of people who sign in; `system` is the sweeper and the reactions. */
export type Role =
  | 'mediator'
  | 'committeeClerk'
  | 'centreStaff'
  | 'centreHead'
  | 'courtLiaison'
  | 'arbitrationSecretary'
  | 'rulingOfficer'
  | 'enforcementOfficer'
  | 'enforcementJudge'
  | 'criminalLiaison'
  | 'systemAdministrator'
  | 'securityAdministrator'
  | 'auditAdministrator'
  | 'party'
  | 'system';

/** A court's IP jurisdiction, effective-dated; `toConfirm` rows are shown as 待核实. */
export interface CourtJurisdiction {
  readonly court: string;
  readonly rightKinds: readonly RightKind[];
  readonly acceptedFrom: string | null;
  readonly acceptedTo: string | null;
  readonly source: string;
  readonly toConfirm: boolean;
}

/** Kinds of intellectual-property right a dispute may be about (reading notes §10.14). */
export type RightKind =
  | 'inventionPatent'
  | 'utilityModel'
  | 'designPatent'
  | 'trademark'
  | 'wellKnownMark'
  | 'copyright'
  | 'software'
  | 'geographicalIndication'
  | 'plantVariety'
  | 'layoutDesign'
  | 'tradeSecret'
  | 'unfairCompetition'
  | 'dataRegistration'
  | 'antitrust'
  | 'contract';

/** A step of an arbitration whose time only the institution's rules set. */
export type ArbitrationTermStep = 'answer' | 'tribunal' | 'award';

/** The rules of an arbitration institution, as far as they set times; `active` false: an example, offered to nobody. */
export interface ArbitrationRules {
  readonly id: string;
  /** Null: of an institution that the source does not name. */
  readonly institution: string | null;
  readonly name: Text;
  readonly inForceFrom: string | null;
  readonly inForceTo: string | null;
  readonly active: boolean;
  readonly terms: readonly {
    readonly step: ArbitrationTermStep;
    readonly amount: number;
    /** In foreign-related cases; null: the same. */
    readonly foreignAmount: number | null;
    readonly unit: 'calendarDay' | 'workingDay' | 'month';
    readonly article: string;
  }[];
  /** How many days before the hearing its notice must be there; null where the rules set none. */
  readonly hearingNotice: { readonly days: number; readonly foreignDays: number; readonly article: string } | null;
  readonly source: string;
  readonly verified: 'text' | 'secondary' | 'memory' | 'inference';
}

/** The town as an immutable, versioned value. */
export interface Reference {
  readonly version: string;
  readonly organisations: Readonly<Record<string, Organisation>>;
  readonly officers: Readonly<Record<string, Officer>>;
  readonly jurisdiction: readonly CourtJurisdiction[];
  readonly arbitrationRules: readonly ArbitrationRules[];
  /** Dated local settings, e.g. `court.acceptsSelfInitiated`; a missing policy means the law's own reading. */
  readonly policies: readonly {
    readonly id: string;
    readonly organisation: string | null;
    readonly value: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly note: Text;
    readonly toConfirm: boolean;
  }[];
}

/** Who does the daily work of a case at any organisation: logs, files, sends and answers. */
export const deskRoles = [
  'mediator',
  'committeeClerk',
  'centreStaff',
  'courtLiaison',
  'arbitrationSecretary',
  'rulingOfficer',
  'enforcementOfficer',
  'enforcementJudge',
  'criminalLiaison',
] as const satisfies readonly Role[];
