-- An answer is written when it was given, never before: no row without one.
DELETE FROM idempotency_key WHERE status IS NULL;
ALTER TABLE idempotency_key ALTER COLUMN status SET NOT NULL, ALTER COLUMN headers SET NOT NULL;
