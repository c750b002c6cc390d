-- Marks printed on papers that come back signed: what the QR code says, as a keyed hash, and which paper of which proceeding
-- that is. It holds no name and opens nothing by itself.
CREATE TABLE paper_mark (
  mark TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  proceeding TEXT NOT NULL,
  document TEXT NOT NULL,
  -- The letter or handoff that the paper is; empty for a paper of which there is one.
  thing TEXT NOT NULL,
  -- Marks of an earlier generation than their proceeding's are revoked.
  generation INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE paper_generation (
  case_id TEXT NOT NULL,
  proceeding TEXT NOT NULL,
  generation INTEGER NOT NULL,
  PRIMARY KEY (case_id, proceeding)
) STRICT, WITHOUT ROWID;

-- Photos that found no case, until somebody files them; what they were called is sealed. Times are milliseconds.
CREATE TABLE unfiled_photo (
  person TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  name_sealed TEXT NOT NULL,
  arrived_at_ms INTEGER NOT NULL,
  PRIMARY KEY (person, sha256)
) STRICT, WITHOUT ROWID;
