package be.vlaanderen.loopbaankrediet.launcher;

import java.util.Arrays;
import java.util.List;

/** The parts of the running platform, in the order in which they start. */
public enum Part {
    POSTGRES("postgres", 5440, ""),
    KAFKA("kafka", 9192, ""),
    OUTSIDE_WORLD("outside-world", 8090, ""),
    ELIGIBILITY("eligibility-service", 8081, "eligibility"),
    WALLET("wallet-service", 8082, "wallet"),
    PROVIDER_REGISTRY("provider-registry-service", 8083, "provider-registry"),
    SESSION_CLAIMS("session-claims-service", 8084, "session-claims"),
    PAYOUT("payout-service", 8085, "payout"),
    FRONT_ENDS("front-ends", 8080, "");

    static final List<Part> SERVICES = List.of(ELIGIBILITY, WALLET, PROVIDER_REGISTRY, SESSION_CLAIMS, PAYOUT);

    private final String folder;
    private final int standardPort;
    private final String api;

    Part(String folder, int standardPort, String api) {
        this.folder = folder;
        this.standardPort = standardPort;
        this.api = api;
    }

    /** Its name for people, its log and its folder in the project. */
    public String folder() {
        return folder;
    }

    int standardPort() {
        return standardPort;
    }

    /** First part of the path of its HTTP interface; of a service only. */
    public String api() {
        return api;
    }

    /** Database and user of the same name; of a service only. */
    public String database() {
        return api.replace('-', '_');
    }

    public String topic() {
        return "loopbaankrediet." + api;
    }

    boolean isService() {
        return !api.isEmpty();
    }

    /** A Quarkus application of this project. */
    boolean isApplication() {
        return isService() || this == OUTSIDE_WORLD || this == FRONT_ENDS;
    }

    /** What a person types: {@code wallet-service}, or {@code wallet} for short. */
    static Part named(String name) {
        return Arrays.stream(values())
                .filter(part -> part.folder.equals(name) || (part.isService() && part.api.equals(name)))
                .findFirst()
                .orElseThrow(() -> new Trouble("There is no part '" + name + "'. There are: "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Part::folder).toList())));
    }
}
