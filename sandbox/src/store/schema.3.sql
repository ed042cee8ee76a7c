-- The submenu that buttons of an app share.
ALTER TABLE placements ADD COLUMN group_name TEXT NOT NULL DEFAULT '';

-- Nobody's choice between layouts was ever kept here.
DROP TABLE card_scopes;
