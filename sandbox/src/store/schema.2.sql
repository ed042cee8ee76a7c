-- Companies have all the fields of the spec; those follow from it.
ALTER TABLE companies RENAME TO bare_companies;
CREATE TABLE companies (
    ID INTEGER PRIMARY KEY AUTOINCREMENT, TITLE TEXT, CATEGORY_ID INTEGER NOT NULL DEFAULT 0
);
INSERT INTO companies (ID, TITLE) SELECT ID, TITLE FROM bare_companies;
DROP TABLE bare_companies;

-- What only crm.item.* tells: the form a lead came from, and that a contact is a client.
ALTER TABLE leads ADD COLUMN WEBFORM_ID INTEGER;
ALTER TABLE contacts ADD COLUMN CATEGORY_ID INTEGER NOT NULL DEFAULT 0;

CREATE TABLE observers (
    entity TEXT NOT NULL, record_id INTEGER NOT NULL, user_id INTEGER NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (entity, record_id, user_id)
) WITHOUT ROWID;

-- What an entry of a directory was called before anyone renamed it; empty for entries people made.
ALTER TABLE statuses ADD COLUMN name_init TEXT NOT NULL DEFAULT '';
UPDATE statuses SET name_init = name WHERE system;
