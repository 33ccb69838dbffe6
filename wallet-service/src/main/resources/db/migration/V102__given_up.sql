-- D-6: what was not delivered of a block went back to the wallet.
ALTER TABLE booking ADD COLUMN giving_up boolean NOT NULL DEFAULT false;
ALTER TABLE booking ADD COLUMN returned_half_hours integer NOT NULL DEFAULT 0;
