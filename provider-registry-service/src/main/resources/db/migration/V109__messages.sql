-- Where somebody was reached before, and since when no longer: both columns, or none.
ALTER TABLE vault ADD COLUMN previous_email text;
ALTER TABLE vault ADD COLUMN email_changed_at timestamptz;

-- Messages are sent and shown. The addresses are personal data: those of the moment of telling, forgotten once it is sent.
ALTER TABLE outgoing_message ADD COLUMN message uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE;
ALTER TABLE outgoing_message ADD COLUMN addresses text[];
ALTER TABLE outgoing_message ADD COLUMN sent_at timestamptz;
ALTER TABLE outgoing_message ADD COLUMN attempts integer NOT NULL DEFAULT 0;
ALTER TABLE outgoing_message ADD COLUMN next_attempt_at timestamptz NOT NULL DEFAULT now();
-- oldest first
ALTER TABLE outgoing_message ADD COLUMN place text;
UPDATE outgoing_message m SET place = lpad((extract(epoch FROM made_at) * 1000)::bigint::text, 15, '0') || '-' || message,
    addresses = (SELECT ARRAY[email] FROM vault v WHERE v.counsellor = m.counsellor);
ALTER TABLE outgoing_message ALTER COLUMN place SET NOT NULL;
ALTER TABLE outgoing_message ALTER COLUMN addresses SET NOT NULL;
CREATE INDEX ON outgoing_message (counsellor, place);
CREATE INDEX ON outgoing_message (place) WHERE sent_at IS NULL;
