-- When a text was written, and what it is about: five years later it is deleted (CN 2.5.3). What is there already counts from now.
ALTER TABLE text_vault ADD COLUMN written_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE text_vault ADD COLUMN about uuid;
CREATE INDEX text_by_age ON text_vault (written_at);
