-- A view: only what lists and payments find a clawback by; the rest is replayed from its events.
ALTER TABLE clawback
    DROP COLUMN booking, DROP COLUMN half_hours, DROP COLUMN amount_cents, DROP COLUMN reason, DROP COLUMN explanation,
    DROP COLUMN announced_by, DROP COLUMN answer_until, DROP COLUMN answer, DROP COLUMN answered_at, DROP COLUMN final_half_hours,
    DROP COLUMN final_cents, DROP COLUMN decision_reason, DROP COLUMN decision_explanation, DROP COLUMN decided_by,
    DROP COLUMN set_off_cents, DROP COLUMN written_off_cents, DROP COLUMN write_off_reason, DROP COLUMN write_off_explanation,
    DROP COLUMN written_off_by, DROP COLUMN written_off_at, DROP COLUMN settled_at;
ALTER TABLE clawback ADD COLUMN reference bigint UNIQUE;
