-- What government owes above what was set aside, while too little is left (D-64). Nothing was owed so before this version.
ALTER TABLE budget ADD COLUMN owed_cents bigint NOT NULL DEFAULT 0;
ALTER TABLE budget_day ADD COLUMN owed_cents bigint NOT NULL DEFAULT 0;
