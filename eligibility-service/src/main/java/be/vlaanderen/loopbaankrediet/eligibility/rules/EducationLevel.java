package be.vlaanderen.loopbaankrediet.eligibility.rules;

/** Decides the co-payment: at most lower secondary, upper secondary, higher education. */
public enum EducationLevel {
    LOW,
    MEDIUM,
    HIGH
}
