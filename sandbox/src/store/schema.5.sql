-- The page opened instead of an app until its installation is finished; empty for none.
ALTER TABLE apps ADD COLUMN installer TEXT NOT NULL DEFAULT '';
