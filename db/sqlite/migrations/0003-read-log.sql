-- Who saw what of a case. Holds no content; written in batches outside the replies.
CREATE TABLE case_read (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  person TEXT NOT NULL,
  case_id TEXT NOT NULL,
  what TEXT NOT NULL,
  thing TEXT,
  reason TEXT,
  read_at TEXT NOT NULL
) STRICT;

CREATE INDEX case_read_by_case ON case_read (case_id, number);

-- Files that were uploaded and are not yet on a case's file: only who brought the bytes may refer to them.
CREATE TABLE upload (
  person TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  uploaded_at_ms INTEGER NOT NULL,
  PRIMARY KEY (person, sha256)
) STRICT, WITHOUT ROWID;
