-- Lists of cases to open, row by row, and forms to be finished later. What people typed is sealed; it goes when a case is
-- open, when it is given up, and when it grows old.
CREATE TABLE batch (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  organisation TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  version INTEGER NOT NULL,
  closed INTEGER NOT NULL CHECK (closed IN (0, 1))
) STRICT;
CREATE INDEX batch_of_person ON batch (made_by, number);

CREATE TABLE batch_row (
  batch_id TEXT NOT NULL REFERENCES batch (id),
  number INTEGER NOT NULL,
  digest TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ready', 'waiting', 'done', 'duplicate', 'refused')),
  attempts INTEGER NOT NULL,
  due_ms INTEGER NOT NULL,
  detail TEXT NOT NULL,
  sealed TEXT,
  PRIMARY KEY (batch_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_row_waiting ON batch_row (due_ms) WHERE state = 'waiting';
CREATE INDEX batch_row_opened ON batch_row (digest) WHERE state = 'done';

CREATE TABLE draft (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  person TEXT NOT NULL,
  id TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  sealed TEXT NOT NULL,
  UNIQUE (person, id)
) STRICT;
CREATE INDEX draft_saved ON draft (saved_at);
