package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

/** What a counsellor can show (CN 2.3). */
public enum Proof {
    /** Recognised by VDAB instead of the qualification. */
    EQUIVALENCE,
    /** The professional qualification, VKS level 6. */
    QUALIFICATION,
    /** A diploma on the ministerial list. */
    LISTED_DIPLOMA,
    EXPERIENCE_3_YEARS,
    FINANCIAL_MANAGEMENT,
    FINANCIAL_HEALTH
}
