package be.vlaanderen.loopbaankrediet.providerregistry.profile;

/** The priority groups a counsellor may know best (domain 2). */
public enum TargetGroup {
    AGE_50_PLUS,
    LOW_SKILLED,
    MIGRATION_BACKGROUND,
    WORK_DISABILITY
}
