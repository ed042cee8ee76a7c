-- Whether the sandbox itself served the app's page when it was given last, and whether nobody serves it now.
ALTER TABLE apps ADD COLUMN served INTEGER NOT NULL DEFAULT 0;
ALTER TABLE apps ADD COLUMN away INTEGER NOT NULL DEFAULT 0;
