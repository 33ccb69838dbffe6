package be.vlaanderen.loopbaankrediet.launcher;

import java.nio.file.Path;

/**
 * Where the platform lives: the project, the folder of everything that outlives a run, and the ports.
 *
 * @param portOffset added to every standard port, so that two platforms can stand side by side
 */
public record Place(Path project, Path run, int portOffset) {

    /** From {@code DEV_PROJECT}, {@code DEV_RUN_DIR} and {@code DEV_PORT_OFFSET}; {@code ./dev} sets the first. */
    static Place fromEnvironment() {
        var environment = System.getenv();
        Path project = Path.of(environment.getOrDefault("DEV_PROJECT", ""))
                .toAbsolutePath()
                .normalize();
        Path run =
                project.resolve(environment.getOrDefault("DEV_RUN_DIR", ".run")).normalize();
        String offset = environment.getOrDefault("DEV_PORT_OFFSET", "0");
        try {
            return new Place(project, run, Integer.parseInt(offset));
        } catch (NumberFormatException e) {
            throw new Trouble("DEV_PORT_OFFSET must be a whole number, not '" + offset + "'.", e);
        }
    }

    public int port(Part part) {
        return part.standardPort() + portOffset;
    }

    /** Where a client finds the part: a base URL, {@code host:port} of Kafka, or the JDBC URL before the database's name. */
    public String address(Part part) {
        return switch (part) {
            case POSTGRES -> "jdbc:postgresql://localhost:" + port(part) + "/";
            case KAFKA -> "localhost:" + port(part);
            default -> "http://localhost:" + port(part);
        };
    }

    Path log(Part part) {
        return run.resolve("logs").resolve(part.folder() + ".log");
    }

    Path data(Part part) {
        return run.resolve(part.folder());
    }

    /** Where the build puts an application. */
    Path built(Part application) {
        return project.resolve(application.folder()).resolve("target/quarkus-app");
    }

    /** Mails to people, a file each. */
    Path mail() {
        return run.resolve("mail");
    }

    public Path secrets() {
        return run.resolve("secrets.properties");
    }

    /** Copies of what runs, so that a build does not pull the files from under a running platform. */
    Path applications() {
        return run.resolve("apps");
    }
}
