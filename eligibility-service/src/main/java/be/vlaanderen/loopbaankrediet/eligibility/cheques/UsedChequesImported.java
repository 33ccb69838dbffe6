package be.vlaanderen.loopbaankrediet.eligibility.cheques;

/** A file of used cheques was taken in: decisions may rest on fewer than there are. */
public record UsedChequesImported() {}
