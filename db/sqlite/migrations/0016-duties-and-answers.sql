-- Whose duty a time limit is, and whether its end moves something by itself, so that a desk need not walk the windows that
-- parties let pass to find its own work, nor the sweeper every limit to find those that lapse. Derived; for rows of before
-- `db:rederive` says it: until then each is the desk's own, and each of a handoff is looked at.
ALTER TABLE clock ADD COLUMN is_own INTEGER NOT NULL DEFAULT 1 CHECK (is_own IN (0, 1));
ALTER TABLE clock ADD COLUMN lapses INTEGER NOT NULL DEFAULT 0 CHECK (lapses IN (0, 1));
UPDATE clock SET lapses = 1 WHERE json_extract(clock, '$.subject.kind') = 'handoff';
DROP INDEX clock_on_desk;
CREATE INDEX clock_on_desk ON clock (organisation, is_own, due);
CREATE INDEX clock_lapsing ON clock (due) WHERE lapses = 1;

-- How each party that was invited to a mediation answered, so that a head's numbers count rows and read no case. Derived; holds
-- nothing that tells a person apart. Empty for cases of before until `db:rederive`.
CREATE TABLE invitation (
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  invitation TEXT NOT NULL,
  organisation TEXT NOT NULL,
  side TEXT NOT NULL,
  served INTEGER NOT NULL CHECK (served IN (0, 1)),
  answer TEXT,
  how TEXT,
  days INTEGER,
  PRIMARY KEY (case_id, invitation)
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_answers ON invitation (organisation, side, served, answer, how, days);
