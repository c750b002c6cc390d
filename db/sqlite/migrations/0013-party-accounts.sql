-- Accounts of parties and their agents: a list of cases that query codes opened. The address is sealed in the person store
-- under `party-account:<id>`; here it is a keyed hash. Times are milliseconds.
CREATE TABLE party_account (
  id TEXT PRIMARY KEY,
  contact TEXT NOT NULL UNIQUE,
  contact_kind TEXT NOT NULL CHECK (contact_kind IN ('email', 'sms')),
  language TEXT NOT NULL CHECK (language IN ('zh-CN', 'en')),
  next_number INTEGER NOT NULL,
  opened_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One case of one party, opened by a query code. `number` names it in addresses and is never given twice.
CREATE TABLE party_account_case (
  account TEXT NOT NULL REFERENCES party_account (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  case_id TEXT NOT NULL,
  party TEXT NOT NULL,
  -- The case's code as it was shown, for the sentence that says which one is no longer there.
  case_code TEXT NOT NULL,
  -- The number of the last entry of the case when it was added: what ended a code later ends this, too.
  since INTEGER NOT NULL,
  PRIMARY KEY (account, number),
  UNIQUE (account, case_id, party)
) STRICT, WITHOUT ROWID;

-- Of somebody who signed in to such an account; null for a session that only holds codes.
ALTER TABLE door_session ADD COLUMN account TEXT REFERENCES party_account (id) ON DELETE CASCADE;
