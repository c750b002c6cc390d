-- A desk asks for what one person, or anyone of a role, has to do, and for what is shown today: in an office with thousands of
-- open cases the first hundred tasks are somebody else's, or wait for a day years ahead.
ALTER TABLE task ADD COLUMN role TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN shown_from TEXT NOT NULL DEFAULT '';
UPDATE task SET
  role = CASE person WHEN '' THEN json_extract(task, '$.role') ELSE '' END,
  shown_from = coalesce(json_extract(task, '$.shownFrom'), '');
DROP INDEX task_on_desk;
DROP INDEX task_of_person;
CREATE INDEX task_on_desk ON task (organisation, shown_from, due);
CREATE INDEX task_of_person ON task (organisation, person, role, shown_from, due);
