-- The seat of the enterprise, for the payment statement: all three columns, or none.
ALTER TABLE vault ADD COLUMN street text;
ALTER TABLE vault ADD COLUMN postal_code text;
ALTER TABLE vault ADD COLUMN municipality text;
