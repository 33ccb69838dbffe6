package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Part;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The plain CRUD service of {@code benchmarks/crud}, on the same server, in the database of a service that does not run. */
final class Yardstick implements AutoCloseable {

    private static final int PORT = 23_099;
    private static final Part DATABASE = Part.PROVIDER_REGISTRY;

    private final Jvm jvm;

    /** Starts it with the options and settings of the wallet service that runs, and gives so many citizens a row. */
    Yardstick(Rig rig, Options options) {
        Map<String, String> settings = new HashMap<>(rig.settingsOf(Part.WALLET));
        settings.put("QUARKUS_HTTP_PORT", String.valueOf(PORT));
        settings.put("DB_URL", rig.url(DATABASE));
        settings.put("DB_USER", DATABASE.database());
        settings.put("DB_PASSWORD", rig.password(DATABASE));
        Path jar = options.project.resolve("benchmarks/crud/target/quarkus-app/quarkus-run.jar");
        jvm = Jvm.start(
                rig.place().run(),
                "crud",
                Jvm.optionsOf(rig.process(Part.WALLET)),
                List.of("-jar", jar.toString()),
                settings);
        try {
            long unused = jvm.awaitReady("http://localhost:" + PORT + "/q/health/ready");
            // the event store's table, with the indexes that it has
            rig.execute(
                    DATABASE,
                    "CREATE TABLE bare_event (global_index bigserial PRIMARY KEY, event_id text NOT NULL, stream text NOT NULL,"
                            + " sequence bigint NOT NULL, stream_type text NOT NULL, name text NOT NULL, version text,"
                            + " payload text NOT NULL, metadata text, stored_at text NOT NULL, UNIQUE (stream, sequence))");
            rig.execute(
                    DATABASE,
                    "INSERT INTO crud_wallet (citizen, grantedHalfHours, reservedHalfHours, coPaymentCents, version) SELECT "
                            + History.CITIZEN_OF_NUMBER + ", 12, 0, 5000, 0 FROM generate_series(0, "
                            + (options.wallets - 1) + ") AS number");
        } catch (RuntimeException e) {
            jvm.close();
            throw e;
        }
    }

    Load load(int connections) {
        return new Load("localhost", PORT, connections);
    }

    double cpuSeconds() {
        return Rig.cpuSeconds(jvm.handle());
    }

    @Override
    public void close() {
        jvm.close();
    }
}
