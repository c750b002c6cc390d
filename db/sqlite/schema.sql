-- Written by "node db/sqlite/dump-schema.ts" from the migrations. Do not edit.

CREATE TABLE migration (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  applied_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('natural', 'legal', 'individualBusiness', 'unincorporated', 'foreignOrganisation')),
  name TEXT NOT NULL,
  credit_code TEXT,
  wrapped_key TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  erased_at_ms INTEGER,
  erasure_ground TEXT, spoken TEXT,
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

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  stage TEXT NOT NULL CHECK (stage IN ('awaitsSecondFactor', 'signedIn')),
  second_factor INTEGER NOT NULL CHECK (second_factor IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  seen_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_of_account ON session (account_id);

CREATE TABLE login_attempt (
  source_hash TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_failure_at_ms INTEGER NOT NULL,
  locked_until_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE one_time_link (
  token_hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  second_factor_sealed TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  expires_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX one_time_link_of_account ON one_time_link (account_id);

CREATE TABLE file (
  hash TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  media_type TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE case_header (
  case_id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  head_hash TEXT NOT NULL,
  header TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE case_part (
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  part_group TEXT NOT NULL CHECK (part_group IN ('matters', 'proceedings', 'handoffs', 'parties', 'items', 'facts')),
  part_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  part TEXT NOT NULL,
  PRIMARY KEY (case_id, part_group, part_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE machine_slot (
  case_id TEXT NOT NULL,
  part_group TEXT NOT NULL,
  part_id TEXT NOT NULL,
  machine TEXT NOT NULL,
  version INTEGER NOT NULL,
  value TEXT NOT NULL,
  context TEXT NOT NULL,
  PRIMARY KEY (case_id, part_group, part_id),
  FOREIGN KEY (case_id, part_group, part_id) REFERENCES case_part (case_id, part_group, part_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  seq INTEGER NOT NULL,
  envelope TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (case_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_has_no_gaps BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal WHERE case_id = NEW.case_id)
BEGIN SELECT raise(ABORT, 'a journal has no gaps'); END;

CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
BEGIN SELECT raise(ABORT, 'an envelope never changes'); END;

CREATE TRIGGER journal_never_goes BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'an envelope is never deleted'); END;

CREATE TABLE journal_body (
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  salt BLOB NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (case_id, seq),
  FOREIGN KEY (case_id, seq) REFERENCES journal (case_id, seq)
) STRICT;

CREATE TABLE journal_removal (
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  ground TEXT NOT NULL CHECK (trim(ground) <> ''),
  removed_by INTEGER NOT NULL CHECK (removed_by > seq),
  PRIMARY KEY (case_id, seq),
  FOREIGN KEY (case_id, seq) REFERENCES journal (case_id, seq),
  FOREIGN KEY (case_id, removed_by) REFERENCES journal (case_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_body_never_changes BEFORE UPDATE ON journal_body
BEGIN SELECT raise(ABORT, 'a body never changes'); END;

CREATE TRIGGER journal_body_goes_by_procedure BEFORE DELETE ON journal_body
WHEN NOT EXISTS (SELECT 1 FROM journal_removal WHERE case_id = OLD.case_id AND seq = OLD.seq)
BEGIN SELECT raise(ABORT, 'a body goes only with its removal on record'); END;

CREATE TRIGGER journal_body_stays_gone BEFORE INSERT ON journal_body
WHEN EXISTS (SELECT 1 FROM journal_removal WHERE case_id = NEW.case_id AND seq = NEW.seq)
BEGIN SELECT raise(ABORT, 'a removed body does not come back'); END;

CREATE TRIGGER journal_removal_never_changes BEFORE UPDATE ON journal_removal
BEGIN SELECT raise(ABORT, 'a removal never changes'); END;

CREATE TRIGGER journal_removal_never_goes BEFORE DELETE ON journal_removal
BEGIN SELECT raise(ABORT, 'a removal is never deleted'); END;

CREATE TABLE command (
  person TEXT NOT NULL,
  command_id TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  version INTEGER NOT NULL,
  request_digest TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (person, command_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE official_number (
  kind TEXT NOT NULL,
  organisation TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  command_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('reserved', 'used', 'void')),
  reason TEXT,
  PRIMARY KEY (kind, organisation, year, number),
  UNIQUE (command_id, kind, organisation),
  CHECK ((state = 'void') = (reason IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER official_number_never_goes BEFORE DELETE ON official_number
BEGIN SELECT raise(ABORT, 'an official number is never deleted'); END;

CREATE TABLE query_code (
  hash TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  party TEXT NOT NULL,
  UNIQUE (case_id, party)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_row (
  case_id TEXT PRIMARY KEY REFERENCES case_header (case_id),
  code TEXT NOT NULL UNIQUE,
  opened_on TEXT NOT NULL,
  over INTEGER NOT NULL CHECK (over IN (0, 1)),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  derived_with TEXT NOT NULL,
  summary TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE clock (
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  clock_id TEXT NOT NULL,
  organisation TEXT NOT NULL,
  due TEXT NOT NULL,
  clock TEXT NOT NULL, is_own INTEGER NOT NULL DEFAULT 1 CHECK (is_own IN (0, 1)), lapses INTEGER NOT NULL DEFAULT 0 CHECK (lapses IN (0, 1)),
  PRIMARY KEY (case_id, clock_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  task_id TEXT NOT NULL,
  organisation TEXT NOT NULL,
  person TEXT NOT NULL,
  due TEXT NOT NULL,
  task TEXT NOT NULL, role TEXT NOT NULL DEFAULT '', shown_from TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (case_id, task_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE open_handoff (
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  handoff TEXT NOT NULL,
  from_proceeding TEXT NOT NULL,
  kind TEXT NOT NULL,
  from_organisation TEXT NOT NULL,
  to_organisation TEXT NOT NULL,
  state TEXT NOT NULL,
  offered_on TEXT,
  PRIMARY KEY (case_id, handoff)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX open_handoff_only_one ON open_handoff (case_id, from_proceeding, kind);

CREATE INDEX open_handoff_to_answer ON open_handoff (to_organisation, offered_on) WHERE offered_on IS NOT NULL;

CREATE INDEX open_handoff_waiting ON open_handoff (from_organisation, offered_on);

CREATE TABLE case_organisation (
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  organisation TEXT NOT NULL,
  officer TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  PRIMARY KEY (case_id, organisation, officer)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_organisation_list ON case_organisation (organisation, officer, opened_on, case_id);

CREATE INDEX case_organisation_open_list ON case_organisation (organisation, officer, opened_on, case_id) WHERE is_open = 1;

CREATE TABLE case_key (
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  PRIMARY KEY (case_id, kind, value)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_key_found_by ON case_key (kind, value, opened_on, case_id);

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

CREATE TABLE upload (
  person TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  uploaded_at_ms INTEGER NOT NULL,
  PRIMARY KEY (person, sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  envelope TEXT NOT NULL,
  hash TEXT NOT NULL,
  at TEXT GENERATED ALWAYS AS (envelope ->> 'at') VIRTUAL,
  kind TEXT GENERATED ALWAYS AS (envelope ->> 'kind') VIRTUAL,
  person TEXT GENERATED ALWAYS AS (envelope ->> 'person') VIRTUAL,
  account TEXT GENERATED ALWAYS AS (envelope ->> 'account') VIRTUAL,
  case_id TEXT GENERATED ALWAYS AS (envelope ->> 'caseId') VIRTUAL
) STRICT;

CREATE INDEX audit_by_kind ON audit (kind, seq);

CREATE INDEX audit_by_person ON audit (person, seq);

CREATE INDEX audit_by_account ON audit (account, seq);

CREATE INDEX audit_by_case ON audit (case_id, seq);

CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'an audit record never changes'); END;

CREATE TRIGGER audit_never_goes BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'an audit record is never deleted'); END;

CREATE TABLE audit_reason (
  seq INTEGER PRIMARY KEY REFERENCES audit (seq),
  salt BLOB NOT NULL,
  reason TEXT NOT NULL CHECK (trim(reason) <> '')
) STRICT;

CREATE TRIGGER audit_reason_never_changes BEFORE UPDATE ON audit_reason
BEGIN SELECT raise(ABORT, 'the reason of an audit record never changes'); END;

CREATE TRIGGER audit_reason_never_goes BEFORE DELETE ON audit_reason
BEGIN SELECT raise(ABORT, 'the reason of an audit record is never deleted'); END;

CREATE TABLE audit_head (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_head_moves_on BEFORE UPDATE ON audit_head WHEN new.seq <= old.seq
BEGIN SELECT raise(ABORT, 'the audit chain only grows'); END;

CREATE TRIGGER audit_head_never_goes BEFORE DELETE ON audit_head
BEGIN SELECT raise(ABORT, 'the head of the audit chain is never deleted'); END;

CREATE TABLE proposal (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL CHECK (kind IN ('roles', 'newSignIn')),
  roles TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'confirmed', 'rejected', 'withdrawn')),
  proposed_by TEXT NOT NULL,
  proposed_at_ms INTEGER NOT NULL,
  decided_by TEXT,
  decided_at_ms INTEGER,
  CHECK ((decided_by IS NULL) = (state = 'open')),
  CHECK ((decided_at_ms IS NULL) = (state = 'open')),
  CHECK (proposed_by <> account_id),
  CHECK (state <> 'confirmed' OR (decided_by <> proposed_by AND decided_by <> account_id))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX proposal_only_one_open ON proposal (account_id, kind) WHERE state = 'open';

CREATE INDEX proposal_by_state ON proposal (state, proposed_at_ms);

CREATE TABLE stand_in (
  id TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES account (id),
  deputy TEXT NOT NULL REFERENCES account (id),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  named_by TEXT NOT NULL,
  ended_at_ms INTEGER,
  CHECK (person <> deputy),
  CHECK (from_day <= to_day)
) STRICT, WITHOUT ROWID;

CREATE INDEX stand_in_of_deputy ON stand_in (deputy, to_day);

CREATE INDEX stand_in_of_organisation ON stand_in (organisation_id, to_day);

CREATE TABLE reassignment (
  id TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL,
  person TEXT NOT NULL,
  started_by TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL,
  from_day TEXT NOT NULL,
  reason TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX reassignment_of_organisation ON reassignment (organisation_id, started_at_ms);

CREATE TABLE reassignment_row (
  reassignment_id TEXT NOT NULL REFERENCES reassignment (id),
  number INTEGER NOT NULL,
  case_id TEXT NOT NULL,
  case_code TEXT NOT NULL,
  proceeding TEXT NOT NULL,
  officer TEXT NOT NULL,
  deputies TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'refused')),
  code TEXT,
  PRIMARY KEY (reassignment_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX reassignment_row_waiting ON reassignment_row (reassignment_id) WHERE state = 'waiting';

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

CREATE TABLE referral (
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  referral TEXT NOT NULL,
  organisation TEXT NOT NULL,
  court TEXT NOT NULL,
  mediator TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('delegated', 'entrusted')),
  sent_on TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  PRIMARY KEY (case_id, referral, organisation)
) STRICT, WITHOUT ROWID;

CREATE INDEX referral_register ON referral (organisation, sent_on, case_id, referral);

CREATE TABLE reconciliation (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  organisation TEXT NOT NULL,
  head TEXT NOT NULL,
  row_list TEXT NOT NULL
) STRICT;

CREATE INDEX reconciliation_of_organisation ON reconciliation (organisation, number);

CREATE TRIGGER reconciliation_never_changes BEFORE UPDATE ON reconciliation
BEGIN SELECT raise(ABORT, 'a reconciliation never changes'); END;

CREATE TRIGGER reconciliation_never_goes BEFORE DELETE ON reconciliation
BEGIN SELECT raise(ABORT, 'a reconciliation is never deleted'); END;

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

CREATE TABLE rules_proposal (
  id TEXT PRIMARY KEY,
  rules_id TEXT NOT NULL,
  rules TEXT NOT NULL CHECK (json_valid(rules)),
  state TEXT NOT NULL CHECK (state IN ('open', 'confirmed', 'rejected', 'withdrawn')),
  proposed_by TEXT NOT NULL REFERENCES account (id),
  proposed_at_ms INTEGER NOT NULL,
  decided_by TEXT REFERENCES account (id),
  decided_at_ms INTEGER,
  CHECK ((decided_by IS NULL) = (state = 'open')),
  CHECK ((decided_at_ms IS NULL) = (state = 'open')),
  CHECK (state <> 'confirmed' OR decided_by <> proposed_by)
) STRICT;

CREATE UNIQUE INDEX rules_proposal_only_one_open ON rules_proposal (rules_id) WHERE state = 'open';

CREATE TRIGGER rules_proposal_decided_stays BEFORE UPDATE ON rules_proposal WHEN old.state <> 'open'
BEGIN SELECT raise(ABORT, 'a decided proposal never changes'); END;

CREATE TRIGGER rules_proposal_never_goes BEFORE DELETE ON rules_proposal
BEGIN SELECT raise(ABORT, 'a proposal is never deleted'); END;

CREATE TABLE case_listing (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  organisation TEXT NOT NULL,
  listing TEXT NOT NULL,
  spoken TEXT NOT NULL,
  UNIQUE (case_id, organisation)
) STRICT;

CREATE TABLE case_listing_place (
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  organisation TEXT NOT NULL,
  officer TEXT NOT NULL,
  box TEXT NOT NULL CHECK (box IN ('inbox', 'inProgress', 'waiting', 'done')),
  opened_on TEXT NOT NULL,
  due TEXT NOT NULL,
  since TEXT NOT NULL,
  channel TEXT NOT NULL,
  state TEXT NOT NULL,
  source TEXT NOT NULL,
  counterpart TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  PRIMARY KEY (case_id, organisation, officer)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_listing_by_opening ON case_listing_place
  (organisation, officer, box, opened_on, case_id, due, channel, state, source, counterpart, is_open);

CREATE INDEX case_listing_by_due ON case_listing_place
  (organisation, officer, box, due, case_id, opened_on, channel, state, source, counterpart, is_open);

CREATE INDEX case_listing_by_waiting ON case_listing_place
  (organisation, officer, box, since, case_id, opened_on, due, channel, state, source, counterpart, is_open);

CREATE TABLE case_listing_person (
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  person TEXT NOT NULL,
  PRIMARY KEY (case_id, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_listing_of_person ON case_listing_person (person, case_id);

CREATE VIRTUAL TABLE case_search USING fts5 (organisation, pairs, pinyin, tokenize = 'ascii');

CREATE TABLE saved_list (
  person TEXT NOT NULL,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  query TEXT NOT NULL,
  PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE door_session (
  session TEXT PRIMARY KEY,
  opened_at_ms INTEGER NOT NULL,
  seen_at_ms INTEGER NOT NULL
, account TEXT REFERENCES party_account (id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;

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

CREATE TABLE meeting (
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  meeting TEXT NOT NULL,
  organisation TEXT NOT NULL,
  at TEXT NOT NULL,
  row TEXT NOT NULL,
  PRIMARY KEY (case_id, meeting)
) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_calendar ON meeting (organisation, at, case_id, meeting);

CREATE TABLE calendar_feed (
  account_id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  created_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

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
  sealed TEXT NOT NULL, shelf TEXT NOT NULL DEFAULT 'opening' CHECK (shelf IN ('opening', 'search')),
  UNIQUE (person, id)
) STRICT;

CREATE TABLE party_account (
  id TEXT PRIMARY KEY,
  contact TEXT NOT NULL UNIQUE,
  contact_kind TEXT NOT NULL CHECK (contact_kind IN ('email', 'sms')),
  language TEXT NOT NULL CHECK (language IN ('zh-CN', 'en')),
  next_number INTEGER NOT NULL,
  opened_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE unfiled_photo (
  person TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  name_sealed TEXT NOT NULL,
  arrived_at_ms INTEGER NOT NULL,
  PRIMARY KEY (person, sha256)
) STRICT, WITHOUT ROWID;

CREATE INDEX clock_on_desk ON clock (organisation, is_own, due);

CREATE INDEX clock_lapsing ON clock (due) WHERE lapses = 1;

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

CREATE INDEX draft_saved ON draft (shelf, saved_at);

CREATE INDEX draft_of_person ON draft (person, shelf, number);

CREATE INDEX task_on_desk ON task (organisation, shown_from, due);

CREATE INDEX task_of_person ON task (organisation, person, role, shown_from, due);
