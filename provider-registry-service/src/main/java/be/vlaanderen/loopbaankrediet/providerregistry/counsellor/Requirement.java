package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import java.util.Set;

/** What a route asks. */
public enum Requirement {
    /** The enterprise exists and is active, according to the Crossroads Bank for Enterprises (D-34). */
    ACTIVE_ENTERPRISE,
    EQUIVALENCE_OR_QUALIFICATION,
    EXPERIENCE_3_YEARS,
    FINANCIAL_HEALTH,
    FINANCIAL_MANAGEMENT,
    LISTED_DIPLOMA,
    QUALIFICATION;

    boolean isMetBy(Set<Proof> proofs) {
        return switch (this) {
            case ACTIVE_ENTERPRISE -> false; // no document shows it
            case EQUIVALENCE_OR_QUALIFICATION ->
                proofs.contains(Proof.EQUIVALENCE) || proofs.contains(Proof.QUALIFICATION);
            case EXPERIENCE_3_YEARS -> proofs.contains(Proof.EXPERIENCE_3_YEARS);
            case FINANCIAL_HEALTH -> proofs.contains(Proof.FINANCIAL_HEALTH);
            case FINANCIAL_MANAGEMENT -> proofs.contains(Proof.FINANCIAL_MANAGEMENT);
            case LISTED_DIPLOMA -> proofs.contains(Proof.LISTED_DIPLOMA);
            case QUALIFICATION -> proofs.contains(Proof.QUALIFICATION);
        };
    }
}
