package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

/** The three ways to become registered (CN 2.3). */
public enum Route {
    /** Pioneer: active under the cheque scheme before 2024. */
    R1,
    /** Transition: active under the cheque scheme since 2024 or 2025. */
    R2,
    /** New. */
    R3
}
