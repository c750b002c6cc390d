-- The outbox: each letter as template and fields (no names, addresses or codes), and how far it got. Times are milliseconds.
CREATE TABLE letter (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT REFERENCES case_header (case_id),
  draft TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'filed', 'print', 'failed', 'unaddressed', 'late')),
  round INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  queued_at_ms INTEGER NOT NULL,
  next_at_ms INTEGER NOT NULL,
  leased_until_ms INTEGER NOT NULL,
  settled_at_ms INTEGER,
  note TEXT,
  CHECK ((state = 'queued') = (settled_at_ms IS NULL))
) STRICT;

CREATE INDEX letter_due ON letter (next_at_ms, number) WHERE state = 'queued';
CREATE INDEX letter_of_case ON letter (case_id, number);
