-- D-91: when to ask again what is not delivered of a block that was given up; of those that wait now, at once.
ALTER TABLE booking ADD COLUMN ask_again_at timestamptz;
UPDATE booking SET ask_again_at = reserved_at WHERE giving_up;
CREATE INDEX booking_ask_again ON booking (ask_again_at) WHERE ask_again_at IS NOT NULL;
