-- When the guidance of a block was completed.
ALTER TABLE block ADD COLUMN completed_at timestamptz;
