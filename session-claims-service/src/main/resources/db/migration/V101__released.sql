-- D-6: time that went back to the citizen.
ALTER TABLE block ADD COLUMN released_half_hours integer NOT NULL DEFAULT 0;
