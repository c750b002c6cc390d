-- How each organisation that may know of a case lists and finds it. Derived; a complete set per case. Holds no name: those
-- stand in the person store. The number orders what a search found, latest known first.
CREATE TABLE case_listing (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  organisation TEXT NOT NULL,
  listing TEXT NOT NULL,
  spoken TEXT NOT NULL,
  UNIQUE (case_id, organisation)
) STRICT;

-- Where it stands among an organisation's lists: once for everybody (officer '') and once for each officer. What lists are
-- filtered by stands in each index, so that a row that is not shown is never fetched.
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

-- In whose cases the words of a person stand, so that they change and go with the person.
CREATE TABLE case_listing_person (
  case_id TEXT NOT NULL REFERENCES case_header (case_id),
  person TEXT NOT NULL,
  PRIMARY KEY (case_id, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_listing_of_person ON case_listing_person (person, case_id);

-- How a name is typed in letters; goes with the name. Null: not known yet.
ALTER TABLE person ADD COLUMN spoken TEXT;

-- The search index, one row per listing: pairs of neighbouring characters and pinyin. Secure: what is taken out is gone.
CREATE VIRTUAL TABLE case_search USING fts5 (organisation, pairs, pinyin, tokenize = 'ascii');
INSERT INTO case_search (case_search, rank) VALUES ('secure-delete', 1);

-- Lists that a person keeps: a name, and what the address asks for. Holds nothing of a case.
CREATE TABLE saved_list (
  person TEXT NOT NULL,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  query TEXT NOT NULL,
  PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;
