package be.vlaanderen.loopbaankrediet.eligibility.rules;

/** What can be tuned in a scheme; a key that has no value on a day plays no part on that day. */
public enum ParameterKey {
    /** Days of experience over a whole career. */
    EXPERIENCE_DAYS(Unit.DAYS),
    /** Months of experience within the window. */
    EXPERIENCE_MONTHS(Unit.MONTHS),
    /** The window, back from the day of the request. */
    EXPERIENCE_WINDOW_MONTHS(Unit.MONTHS),
    /** Months of experience within the window for who did temp work. */
    EXPERIENCE_MONTHS_WITH_TEMP_WORK(Unit.MONTHS),
    /** Unbroken temp work that lowers the months. */
    TEMP_WORK_UNBROKEN_WEEKS(Unit.WEEKS),
    /** Hours for who used no cheque (in the window of the cheques, if there is one). */
    HOURS_AFTER_NO_CHEQUE(Unit.HOURS),
    HOURS_AFTER_ONE_CHEQUE(Unit.HOURS),
    HOURS_AFTER_TWO_CHEQUES(Unit.HOURS),
    /** Used cheques count this long. */
    CHEQUE_WINDOW_YEARS(Unit.YEARS),
    /** A cheque is valid this long. */
    CHEQUE_VALID_MONTHS(Unit.MONTHS),
    CHEQUES_PER_MONTH(Unit.CHEQUES),
    CO_PAYMENT_PER_CHEQUE(Unit.EURO_CENTS),
    CO_PAYMENT_PER_HOUR(Unit.EURO_CENTS),
    /** The social correction. */
    CO_PAYMENT_PER_HOUR_LOW_SKILLED(Unit.EURO_CENTS),
    /** The unit in which hours are taken up. */
    BLOCK_HOURS(Unit.HOURS),
    /** All that a provider gets for four hours, the co-payment in it, VAT not. */
    PROVIDER_PER_FOUR_HOURS_EXCLUDING_VAT(Unit.EURO_CENTS),
    PROVIDER_PER_HOUR_EXCLUDING_VAT(Unit.EURO_CENTS),
    PROVIDER_PER_HOUR_INCLUDING_VAT(Unit.EURO_CENTS),
    VAT(Unit.PERCENT),
    BUDGET_PER_YEAR(Unit.EURO_CENTS),
    RE_ENTRY_WORKED_MONTHS(Unit.MONTHS),
    RE_ENTRY_OUT_OF_WORK_MONTHS(Unit.MONTHS);

    private final Unit unit;

    ParameterKey(Unit unit) {
        this.unit = unit;
    }

    /** VR: only plays a part when the rules for re-entrants are switched on. */
    public boolean ofReEntrants() {
        return this == RE_ENTRY_WORKED_MONTHS || this == RE_ENTRY_OUT_OF_WORK_MONTHS;
    }

    public Unit unit() {
        return unit;
    }
}
