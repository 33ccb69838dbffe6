package be.vlaanderen.loopbaankrediet.platform.web;

/** The roles that resources ask for; {@link RolesFromClaims} reads them from the token. */
public final class Roles {

    public static final String CITIZEN = "citizen";
    public static final String COUNSELLOR = "counsellor";
    public static final String OFFICER = "officer";
    public static final String SERVICE = "service";

    private Roles() {}
}
