-- D-94: when to ask again what is left with a counsellor who is gone; of what was asked before, at once.
ALTER TABLE booking ADD COLUMN ask_gone_at timestamptz;
UPDATE booking SET ask_gone_at = reserved_at WHERE abandoned;
ALTER TABLE booking DROP COLUMN abandoned;
