-- Series of cases that one agreement closes: who gathered them, the common terms, and each case with how far it got.
-- No names; what a case has on record is forgotten here.
CREATE TABLE series (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  made_by TEXT NOT NULL,
  version INTEGER NOT NULL,
  head TEXT NOT NULL
) STRICT;
CREATE INDEX series_of_person ON series (made_by, number);

CREATE TABLE series_row (
  series_id TEXT NOT NULL REFERENCES series (id),
  number INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('chosen', 'waiting', 'done', 'refused', 'skipped')),
  attempts INTEGER NOT NULL,
  due_ms INTEGER NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (series_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX series_row_waiting ON series_row (due_ms) WHERE state = 'waiting';
