package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

/** An authentic source (domain.md 4). */
public enum Source {
    /** Dimona, at the National Social Security Office. */
    WORK_RELATIONS,
    /** The register of the self-employed. */
    SELF_EMPLOYMENT,
    /** The Flemish learning and experience database. */
    DIPLOMAS,
    /** The national register. */
    PERSON,
    /** The Crossroads Bank for Enterprises. */
    ENTERPRISES,
    /** VDAB: the cheques of the earlier schemes. */
    USED_CHEQUES,
    /** VDAB. */
    OUTPLACEMENT
}
