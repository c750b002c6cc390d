-- Sessions and hearings as the calendar of an organisation has them. Derived; a complete set per case.
CREATE TABLE meeting (
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  meeting TEXT NOT NULL,
  organisation TEXT NOT NULL,
  at TEXT NOT NULL,
  row TEXT NOT NULL,
  PRIMARY KEY (case_id, meeting)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_calendar ON meeting (organisation, at, case_id, meeting);

-- The private address under which a person's own calendar program reads the meetings: one each, only its keyed hash.
CREATE TABLE calendar_feed (
  account_id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  created_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
