package be.vlaanderen.loopbaankrediet.eligibility.rules;

/** In what a parameter is expressed. */
public enum Unit {
    DAYS,
    WEEKS,
    MONTHS,
    YEARS,
    HOURS,
    EURO_CENTS,
    PERCENT,
    CHEQUES
}
