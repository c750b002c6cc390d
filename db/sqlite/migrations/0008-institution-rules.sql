-- Rules of arbitration institutions that two administrators entered here. The checks hold it whatever a program does: nobody
-- decides alone, and what was confirmed never changes and never goes, for arbitrations name it.
CREATE TABLE rules_proposal (
  id TEXT PRIMARY KEY,
  rules_id TEXT NOT NULL,
  rules TEXT NOT NULL CHECK (json_valid(rules)),
  state TEXT NOT NULL CHECK (state IN ('open', 'confirmed', 'rejected', 'withdrawn')),
  proposed_by TEXT NOT NULL REFERENCES account (id),
  proposed_at_ms INTEGER NOT NULL,
  decided_by TEXT REFERENCES account (id),
  decided_at_ms INTEGER,
  CHECK ((decided_by IS NULL) = (state = 'open')),
  CHECK ((decided_at_ms IS NULL) = (state = 'open')),
  CHECK (state <> 'confirmed' OR decided_by <> proposed_by)
) STRICT;
CREATE UNIQUE INDEX rules_proposal_only_one_open ON rules_proposal (rules_id) WHERE state = 'open';
CREATE TRIGGER rules_proposal_decided_stays BEFORE UPDATE ON rules_proposal WHEN old.state <> 'open'
BEGIN SELECT raise(ABORT, 'a decided proposal never changes'); END;
CREATE TRIGGER rules_proposal_never_goes BEFORE DELETE ON rules_proposal
BEGIN SELECT raise(ABORT, 'a proposal is never deleted'); END;
