package be.vlaanderen.loopbaankrediet.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** How the JVMs of the platform are started, and the settings of docs/architecture.md 7 that each application gets. */
public final class Applications {

    private static final String PAYOUT_CLIENT = "payout-service";
    private static final String WALLET_CLIENT = "wallet-service";
    private static final String PAYER_NAME = "Departement WEWIS";
    private static final String PAYER_IBAN = "BE68539007547034";

    /** How the applications run. */
    public enum Jvm {
        /** Small and ready fast: the first compiler only, which makes slower code. */
        QUICK,
        /** As in production: both compilers and more memory. For measuring. */
        FULL
    }

    private final Place place;
    private final Secrets secrets;
    private final Jvm jvm;
    private final BiFunction<Part, Map<String, String>, Map<String, String>> change;

    Applications(Place place, Secrets secrets) {
        this(place, secrets, Jvm.QUICK, (application, settings) -> settings);
    }

    /** @param change what is set otherwise than in the development platform */
    Applications(
            Place place, Secrets secrets, Jvm jvm, BiFunction<Part, Map<String, String>, Map<String, String>> change) {
        this.place = place;
        this.secrets = secrets;
        this.jvm = jvm;
        this.change = change;
    }

    ChildProcess start(Part application) {
        Path home = copyOf(application);
        List<String> command = Stream.concat(
                        java(application, jvm == Jvm.FULL ? 512 : 160).stream(),
                        Stream.of("-jar", home.resolve("quarkus-run.jar").toString()))
                .toList();
        return ChildProcess.start(place, application, command, change.apply(application, settings(application)));
    }

    ChildProcess startKafka() {
        List<String> command = Stream.concat(
                        java(Part.KAFKA, 256).stream(),
                        Stream.of(
                                "-cp",
                                System.getProperty("java.class.path"),
                                KafkaProcess.class.getName(),
                                place.data(Part.KAFKA).toString(),
                                String.valueOf(place.port(Part.KAFKA))))
                .toList();
        return ChildProcess.start(place, Part.KAFKA, command, modest());
    }

    private List<String> java(Part part, int heapMiB) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                ChildProcess.mark(place, part),
                "-Xmx" + heapMiB + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                jvm == Jvm.FULL ? "-XX:CICompilerCount=4" : "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-XX:ReservedCodeCacheSize=" + (jvm == Jvm.FULL ? 192 : 64) + "m",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.lang=ALL-UNNAMED");
    }

    /** Fewer arenas of the C library: tens of MiB less for each JVM. */
    private static Map<String, String> modest() {
        return Map.of("MALLOC_ARENA_MAX", "2");
    }

    Map<String, String> settings(Part application) {
        String world = place.address(Part.OUTSIDE_WORLD);
        Map<String, String> settings = new HashMap<>(modest());
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", String.valueOf(place.port(application)));
        settings.put("KAFKA_BOOTSTRAP_SERVERS", place.address(Part.KAFKA));
        settings.put("LOGIN_ISSUER", world + "/login");
        settings.put("LOGIN_AUDIENCE", "loopbaankrediet");
        if (application.isService()) {
            settings.put("DB_URL", place.address(Part.POSTGRES) + application.database());
            settings.put("DB_USER", application.database());
            settings.put("DB_PASSWORD", secrets.database(application));
            settings.put("LOGIN_JWKS_URL", world + "/login/jwks");
            settings.put("CLOCK_URL", world + "/clock");
            settings.put("ELIGIBILITY_URL", place.address(Part.ELIGIBILITY));
            settings.put("PROVIDER_REGISTRY_URL", place.address(Part.PROVIDER_REGISTRY));
            settings.put("SSIN_TEST_NUMBERS", "true");
        }
        switch (application) {
            case ELIGIBILITY -> settings.putAll(Map.of("MAGDA_URL", world, "VDAB_URL", world));
            case WALLET -> {
                settings.put("CITIZEN_PAGE_URL", place.address(Part.FRONT_ENDS) + "/mijn-loopbaankrediet/");
                settings.putAll(Map.of(
                        "PAYMENT_PROVIDER_URL", world,
                        "PAYMENT_API_KEY", secrets.paymentApiKey(),
                        "PAYMENT_WEBHOOK_SECRET", secrets.paymentWebhookSecret(),
                        "WALLET_PUBLIC_URL", place.address(Part.WALLET),
                        "LOGIN_TOKEN_URL", world + "/login/token",
                        "WALLET_CLIENT_ID", WALLET_CLIENT,
                        "WALLET_CLIENT_SECRET", secrets.walletClientSecret(),
                        "DOSIS_URL", world,
                        "DOSIS_TOKEN", secrets.dosisToken(),
                        "MAIL_FOLDER", place.mail().toString()));
            }
            case PROVIDER_REGISTRY ->
                settings.putAll(Map.of(
                        "MAGDA_URL",
                        world,
                        "NAME_CHECK_URL",
                        world + "/names",
                        "MAIL_FOLDER",
                        place.mail().toString()));
            case PAYOUT ->
                settings.putAll(Map.of(
                        "BANK_URL", world,
                        "LOGIN_TOKEN_URL", world + "/login/token",
                        "PAYOUT_CLIENT_ID", PAYOUT_CLIENT,
                        "PAYOUT_CLIENT_SECRET", secrets.payoutClientSecret(),
                        "PAYER_NAME", PAYER_NAME,
                        "PAYER_IBAN", PAYER_IBAN));
            case OUTSIDE_WORLD -> {
                settings.put("FRONT_ENDS_URL", place.address(Part.FRONT_ENDS));
                settings.putAll(Map.of(
                        "PAYMENT_API_KEY", secrets.paymentApiKey(),
                        "PAYMENT_WEBHOOK_SECRET", secrets.paymentWebhookSecret(),
                        "PAYOUT_CLIENT_ID", PAYOUT_CLIENT,
                        "PAYOUT_CLIENT_SECRET", secrets.payoutClientSecret(),
                        "WALLET_CLIENT_ID", WALLET_CLIENT,
                        "WALLET_CLIENT_SECRET", secrets.walletClientSecret(),
                        "DOSIS_TOKEN", secrets.dosisToken(),
                        "OUTSIDE_WORLD_PUBLIC_URL", world,
                        "STATE_DIR", place.data(Part.OUTSIDE_WORLD).toString()));
            }
            case FRONT_ENDS ->
                settings.putAll(Map.of(
                        "FRONT_ENDS_URL", place.address(Part.FRONT_ENDS),
                        "SESSION_KEY", secrets.sessionKey(),
                        "LOGIN_TOKEN_URL", world + "/login/token",
                        "LOGIN_JWKS_URL", world + "/login/jwks",
                        "ELIGIBILITY_URL", place.address(Part.ELIGIBILITY),
                        "WALLET_URL", place.address(Part.WALLET),
                        "PROVIDER_REGISTRY_URL", place.address(Part.PROVIDER_REGISTRY),
                        "SESSION_CLAIMS_URL", place.address(Part.SESSION_CLAIMS),
                        "PAYOUT_URL", place.address(Part.PAYOUT)));
            default -> {}
        }
        return settings;
    }

    /** Brings the copy that runs up to date with what was built. */
    private Path copyOf(Part application) {
        Path copy = place.applications().resolve(application.folder());
        try {
            mirror(place.built(application), copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    /** Copies what is new or changed, deletes what is gone. */
    private static void mirror(Path from, Path to) throws IOException {
        Set<Path> wanted = new HashSet<>();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                wanted.add(target);
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!isSame(file, target)) {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        try (Stream<Path> files = Files.walk(to)) {
            for (Path file : files.filter(file -> !wanted.contains(file) && !Files.isDirectory(file))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        if (!Files.exists(other)) {
            return false;
        }
        BasicFileAttributes a = Files.readAttributes(one, BasicFileAttributes.class);
        BasicFileAttributes b = Files.readAttributes(other, BasicFileAttributes.class);
        return a.size() == b.size() && a.lastModifiedTime().equals(b.lastModifiedTime());
    }
}
