package be.vlaanderen.loopbaankrediet.eligibility.rules;

/** What an education level rests on. */
public enum EducationBasis {
    PROOF,
    /** BVR: a foreign diploma that is not recognised counts as low. */
    UNRECOGNISED_DIPLOMA,
    /** D-4: medium until shown otherwise. */
    UNKNOWN
}
