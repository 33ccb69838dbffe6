package be.vlaanderen.loopbaankrediet.simulation;

/** What keeps a promise of the platform; with one of them off, a history must be found that breaks a promise. */
enum Guard {
    INBOX("a message that comes twice has its effect once"),
    KEY_ORDER("messages of one key arrive in order"),
    DEAD_LETTERS("a message that cannot be handled now is kept and tried again"),
    OUTBOX("a message counts as sent when the broker has it, not before"),
    IDEMPOTENCY_KEY("the same request with the same key is one booking"),
    CREDIT_CHECK("nobody reserves more hours than are left"),
    BOOKABLE_CHECK("only who is registered can be booked"),
    BUDGET_CHECK("no more is set aside than the year has"),
    OWED_FIRST("nobody gets budget before what is owed (D-64)"),
    QUOTA_CHECK("no more blocks than the month has"),
    PAYMENT_AMOUNT("a booking stands only when the asked amount was paid"),
    PAYMENT_QUESTIONS("a payment of which nothing is heard is asked about"),
    LAPSE("what is not paid in 14 days lapses (D-5)"),
    GIVING_UP("a paid block goes back only after session-claims said what was delivered (D-90)"),
    COUNSELLOR_GONE("what is booked with who is gone returns to the citizen (D-16)"),
    REFUND("what the citizen no longer owes is paid back"),
    REFUND_REFERENCE("the same refund asked twice is one refund"),
    BLOCK_SIZE("delivered time never exceeds the block"),
    OVERLAP_COUNSELLOR("a counsellor is in one session at a time (D-10)"),
    OVERLAP_CITIZEN("a citizen is in one session at a time (D-10)"),
    REGISTERED_ON_THE_DAY("only who is registered on the day delivers (D-10)"),
    SILENT_CONFIRMATION("no answer in 14 days counts as yes (D-8)"),
    OPEN_CLAIMS("a claim that waits for a fact is looked at again"),
    YEAR_TURN("who waits at the end of a year goes along to the next (D-67)"),
    FOUR_EYES_FILE("two different officers release a large file (D-62)"),
    FOUR_EYES_CLAWBACK("another officer decides on a clawback"),
    MAYBE_AT_BANK("a file that the bank may have is not refused"),
    FILE_ID("a file that is sent again is the same file"),
    REPAYMENT_ONCE("what a counsellor paid back counts once"),
    RESTORE_ONCE("a clawback gives its hours back only when the fault was not the citizen's (MR 4.7)");

    final String promise;

    Guard(String promise) {
        this.promise = promise;
    }
}
