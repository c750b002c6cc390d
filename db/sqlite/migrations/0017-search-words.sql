-- What somebody looks for is kept as a form is that will be finished later: sealed, for its writer alone, and not for long.
-- Each has a shelf of its own, so that one is never taken for the other.
ALTER TABLE draft ADD COLUMN shelf TEXT NOT NULL DEFAULT 'opening' CHECK (shelf IN ('opening', 'search'));
DROP INDEX draft_saved;
CREATE INDEX draft_saved ON draft (shelf, saved_at);
CREATE INDEX draft_of_person ON draft (person, shelf, number);
