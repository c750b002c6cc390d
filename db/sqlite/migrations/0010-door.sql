-- The parties' door: sessions and one-time codes by keyed hashes, ratings by nobody's name. Times are milliseconds.
CREATE TABLE door_session (
  session TEXT PRIMARY KEY,
  opened_at_ms INTEGER NOT NULL,
  seen_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The query codes a session holds, in the order in which they were given.
CREATE TABLE door_held (
  session TEXT NOT NULL REFERENCES door_session (session) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  query_code TEXT NOT NULL,
  checked_until_ms INTEGER,
  PRIMARY KEY (session, place),
  UNIQUE (session, query_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE door_code (
  number INTEGER PRIMARY KEY,
  session TEXT NOT NULL,
  query_code TEXT NOT NULL,
  hash TEXT NOT NULL,
  made_at_ms INTEGER NOT NULL,
  expires_at_ms INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT;
CREATE INDEX door_code_of ON door_code (query_code, made_at_ms);

CREATE TABLE door_rating (
  rater TEXT PRIMARY KEY,
  organisation TEXT NOT NULL,
  score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
  words TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX door_rating_of ON door_rating (organisation);
