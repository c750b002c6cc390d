/** Somebody who stands in for a colleague from one day to another, both included. */
export interface StandIn {
  readonly id: string;
  readonly organisationId: string;
  readonly person: string;
  readonly deputy: string;
  readonly from: string;
  readonly to: string;
  readonly namedBy: string;
  /** Whether it was ended before its last day. */
  readonly ended: boolean;
}

/** Deputies for a period: while it lasts, the deputy may do and see in the person's proceedings what the person may. */
export interface StandIns {
  readonly name: (standIn: Omit<StandIn, 'ended'>) => Promise<void>;
  /** False when there is none of this organisation, or it was ended already. */
  readonly end: (id: string, organisationId: string) => Promise<boolean>;
  /** Whom a deputy stands in for on that day. */
  readonly personsOf: (deputy: string, day: string) => Promise<readonly string[]>;
  /** Of an organisation, those not over on that day, in order of their first day. */
  readonly list: (organisationId: string, day: string) => Promise<readonly StandIn[]>;
}
