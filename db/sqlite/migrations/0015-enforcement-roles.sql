-- One role, one meaning: the market regulator's law enforcement (行政执法) and the court's enforcement (执行) were one role.
-- Who had it at a court has the role of an enforcement judge now, with exactly the powers of before, since every one that a
-- court could use went along; who had it elsewhere keeps it. Nobody gains or loses a power, so nothing is granted here that
-- would take two administrators. Proposals nobody has decided mean the same power; decided ones, the audit chain and the
-- journal are history and stay as they were written. The courts are those that the program knew until now: its
-- organisations come with the program, and an account names nothing else.
CREATE TEMPORARY TABLE known_court (id TEXT PRIMARY KEY) STRICT;
INSERT INTO known_court (id) VALUES
  ('yantaiIntermediateCourt'), ('zhifuCourt'), ('fushanCourt'), ('mupingCourt'),
  ('laishanCourt'), ('penglaiCourt'), ('longkouCourt'), ('laiyangCourt'),
  ('laizhouCourt'), ('zhaoyuanCourt'), ('qixiaCourt'), ('haiyangCourt'),
  ('developmentZoneCourt'), ('highTechZoneCourt'), ('qingdaoIpTribunal'), ('nanpingIntermediateCourt'),
  ('qingdaoIntermediateCourt'), ('quanzhouIntermediateCourt'), ('taizhouIntermediateCourt'), ('shanghaiIntellectualPropertyCourt'),
  ('bozhouIntermediateCourt');

UPDATE account_role SET role = 'enforcementJudge'
WHERE role = 'enforcementOfficer'
  AND account_id IN (SELECT id FROM account WHERE organisation_id IN (SELECT id FROM known_court));

UPDATE proposal SET roles = trim(replace(',' || roles || ',', ',enforcementOfficer,', ',enforcementJudge,'), ',')
WHERE state = 'open' AND kind = 'roles'
  AND account_id IN (SELECT id FROM account WHERE organisation_id IN (SELECT id FROM known_court));

-- What stands on a court's desk waits for the role that does it.
UPDATE task SET task = json_set(task, '$.role', 'enforcementJudge')
WHERE task ->> 'role' = 'enforcementOfficer' AND organisation IN (SELECT id FROM known_court);

DROP TABLE known_court;
