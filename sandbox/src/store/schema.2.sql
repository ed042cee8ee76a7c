-- Companies have all the fields of the spec; those follow from it.
ALTER TABLE companies RENAME TO bare_companies;
CREATE TABLE companies (ID INTEGER PRIMARY KEY AUTOINCREMENT, TITLE TEXT);
INSERT INTO companies (ID, TITLE) SELECT ID, TITLE FROM bare_companies;
DROP TABLE bare_companies;

-- The form a lead came from; only crm.item.* tells.
ALTER TABLE leads ADD COLUMN WEBFORM_ID INTEGER;

CREATE TABLE observers (
    entity TEXT NOT NULL, record_id INTEGER NOT NULL, user_id INTEGER NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (entity, record_id, user_id)
) WITHOUT ROWID;

-- What an entry of a directory was called before anyone renamed it; empty for entries people made.
ALTER TABLE statuses ADD COLUMN name_init TEXT NOT NULL DEFAULT '';
UPDATE statuses SET name_init = name WHERE system;
