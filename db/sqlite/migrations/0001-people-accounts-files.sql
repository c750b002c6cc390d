-- People, accounts and files. Times are milliseconds since 1970-01-01T00:00Z. Sealed columns and hashes name their algorithm.

-- Facts about the database itself, for example which key ring it belongs to.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Erasure destroys wrapped_key; the row stays, so that what refers to it still finds that somebody was there.
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('natural', 'legal', 'individualBusiness', 'unincorporated', 'foreignOrganisation')),
  name TEXT NOT NULL,
  credit_code TEXT,
  wrapped_key TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  erased_at_ms INTEGER,
  erasure_ground TEXT,
  CHECK ((wrapped_key IS NULL) = (erased_at_ms IS NOT NULL)),
  CHECK ((erasure_ground IS NULL) = (erased_at_ms IS NULL)),
  CHECK ((name = '') = (erased_at_ms IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE person_field (
  person_id TEXT NOT NULL REFERENCES person (id),
  field TEXT NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (person_id, field)
) STRICT, WITHOUT ROWID;

-- Who saw which sensitive field in the clear, and why. Only ever added to.
CREATE TABLE unmasking (
  number INTEGER PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  field TEXT NOT NULL,
  revealed_to TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  revealed_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX unmasking_of_person ON unmasking (person_id);
CREATE TRIGGER unmasking_never_changes BEFORE UPDATE ON unmasking
BEGIN SELECT raise(ABORT, 'an unmasking record never changes'); END;
CREATE TRIGGER unmasking_never_goes BEFORE DELETE ON unmasking
BEGIN SELECT raise(ABORT, 'an unmasking record is never deleted'); END;

CREATE TABLE account (
  id TEXT PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  organisation_id TEXT,
  status TEXT NOT NULL CHECK (status IN ('invited', 'active', 'suspended')),
  password_hash TEXT,
  second_factor_sealed TEXT,
  second_factor_last_step INTEGER,
  created_at_ms INTEGER NOT NULL,
  CHECK (status <> 'active' OR password_hash IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_role (
  account_id TEXT NOT NULL REFERENCES account (id),
  role TEXT NOT NULL,
  PRIMARY KEY (account_id, role)
) STRICT, WITHOUT ROWID;

-- Deleting a row signs that person out. The cookie's value is not stored, only its keyed hash.
CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  stage TEXT NOT NULL CHECK (stage IN ('awaitsSecondFactor', 'signedIn')),
  second_factor INTEGER NOT NULL CHECK (second_factor IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  seen_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of_account ON session (account_id);

-- Failures counted per login and per network address, as keyed hashes: people type passwords into the login field.
CREATE TABLE login_attempt (
  source_hash TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_failure_at_ms INTEGER NOT NULL,
  locked_until_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One use, one purpose, an end. The second factor offered with the link is kept until the person confirms it.
CREATE TABLE one_time_link (
  token_hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  second_factor_sealed TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  expires_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX one_time_link_of_account ON one_time_link (account_id);

-- What a file is; its bytes lie in the data folder under their hash.
CREATE TABLE file (
  hash TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  media_type TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
