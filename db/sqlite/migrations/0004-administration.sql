-- The audit store: one chain, like the journal of a case. Envelopes hold ids and codes only; a reason that somebody wrote
-- stands beside, bound by a salted digest.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  envelope TEXT NOT NULL,
  hash TEXT NOT NULL,
  at TEXT GENERATED ALWAYS AS (envelope ->> 'at') VIRTUAL,
  kind TEXT GENERATED ALWAYS AS (envelope ->> 'kind') VIRTUAL,
  person TEXT GENERATED ALWAYS AS (envelope ->> 'person') VIRTUAL,
  account TEXT GENERATED ALWAYS AS (envelope ->> 'account') VIRTUAL,
  case_id TEXT GENERATED ALWAYS AS (envelope ->> 'caseId') VIRTUAL
) STRICT;
CREATE INDEX audit_by_kind ON audit (kind, seq);
CREATE INDEX audit_by_person ON audit (person, seq);
CREATE INDEX audit_by_account ON audit (account, seq);
CREATE INDEX audit_by_case ON audit (case_id, seq);
CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'an audit record never changes'); END;
CREATE TRIGGER audit_never_goes BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'an audit record is never deleted'); END;

CREATE TABLE audit_reason (
  seq INTEGER PRIMARY KEY REFERENCES audit (seq),
  salt BLOB NOT NULL,
  reason TEXT NOT NULL CHECK (trim(reason) <> '')
) STRICT;
CREATE TRIGGER audit_reason_never_changes BEFORE UPDATE ON audit_reason
BEGIN SELECT raise(ABORT, 'the reason of an audit record never changes'); END;
CREATE TRIGGER audit_reason_never_goes BEFORE DELETE ON audit_reason
BEGIN SELECT raise(ABORT, 'the reason of an audit record is never deleted'); END;

-- Where the chain ends; without it a chain that was cut off would still look whole.
CREATE TABLE audit_head (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_head_moves_on BEFORE UPDATE ON audit_head WHEN new.seq <= old.seq
BEGIN SELECT raise(ABORT, 'the audit chain only grows'); END;
CREATE TRIGGER audit_head_never_goes BEFORE DELETE ON audit_head
BEGIN SELECT raise(ABORT, 'the head of the audit chain is never deleted'); END;

-- What takes two administrators. The checks hold it whatever a program does: nobody decides alone, nobody for himself.
CREATE TABLE proposal (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL CHECK (kind IN ('roles', 'newSignIn')),
  roles TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'confirmed', 'rejected', 'withdrawn')),
  proposed_by TEXT NOT NULL,
  proposed_at_ms INTEGER NOT NULL,
  decided_by TEXT,
  decided_at_ms INTEGER,
  CHECK ((decided_by IS NULL) = (state = 'open')),
  CHECK ((decided_at_ms IS NULL) = (state = 'open')),
  CHECK (proposed_by <> account_id),
  CHECK (state <> 'confirmed' OR (decided_by <> proposed_by AND decided_by <> account_id))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX proposal_only_one_open ON proposal (account_id, kind) WHERE state = 'open';
CREATE INDEX proposal_by_state ON proposal (state, proposed_at_ms);

-- Who stands in for whom, from day to day. Ended early: `ended_at_ms`.
CREATE TABLE stand_in (
  id TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES account (id),
  deputy TEXT NOT NULL REFERENCES account (id),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  named_by TEXT NOT NULL,
  ended_at_ms INTEGER,
  CHECK (person <> deputy),
  CHECK (from_day <= to_day)
) STRICT, WITHOUT ROWID;
CREATE INDEX stand_in_of_deputy ON stand_in (deputy, to_day);
CREATE INDEX stand_in_of_organisation ON stand_in (organisation_id, to_day);

-- A leaving person's proceedings given to others in one go; each row is one command, which may be given again safely.
CREATE TABLE reassignment (
  id TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL,
  person TEXT NOT NULL,
  started_by TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL,
  from_day TEXT NOT NULL,
  reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX reassignment_of_organisation ON reassignment (organisation_id, started_at_ms);

CREATE TABLE reassignment_row (
  reassignment_id TEXT NOT NULL REFERENCES reassignment (id),
  number INTEGER NOT NULL,
  case_id TEXT NOT NULL,
  case_code TEXT NOT NULL,
  proceeding TEXT NOT NULL,
  officer TEXT NOT NULL,
  deputies TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'refused')),
  code TEXT,
  PRIMARY KEY (reassignment_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX reassignment_row_waiting ON reassignment_row (reassignment_id) WHERE state = 'waiting';
