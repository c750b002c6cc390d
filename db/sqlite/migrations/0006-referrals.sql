-- The register of referrals: in whose register each stands. Derived; a complete set per case.
CREATE TABLE referral (
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  referral TEXT NOT NULL,
  organisation TEXT NOT NULL,
  court TEXT NOT NULL,
  mediator TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('delegated', 'entrusted')),
  sent_on TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  PRIMARY KEY (case_id, referral, organisation)
) STRICT, WITHOUT ROWID;
CREATE INDEX referral_register ON referral (organisation, sent_on, case_id, referral);

-- Reconciliations of the register with a list from outside: numbers, outcomes and what differs; no name of anybody.
CREATE TABLE reconciliation (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  organisation TEXT NOT NULL,
  head TEXT NOT NULL,
  row_list TEXT NOT NULL
) STRICT;
CREATE INDEX reconciliation_of_organisation ON reconciliation (organisation, number);
CREATE TRIGGER reconciliation_never_changes BEFORE UPDATE ON reconciliation
BEGIN SELECT raise(ABORT, 'a reconciliation never changes'); END;
CREATE TRIGGER reconciliation_never_goes BEFORE DELETE ON reconciliation
BEGIN SELECT raise(ABORT, 'a reconciliation is never deleted'); END;
