package be.vlaanderen.loopbaankrediet.eligibility.cheques;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.CitizenVault;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads a file of VDAB line by line, in the background; bounded in time, in lines and in the length of a line. */
@Singleton
class ChequeImporter {

    private static final Logger LOG = Logger.getLogger(ChequeImporter.class);
    private static final int LINES_AT_ONCE = 5_000;
    private static final long MOST_LINES = 5_000_000;
    private static final int LONGEST_LINE = 200;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration READ_WITHIN = Duration.ofMinutes(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ChequeStore store;
    private final CitizenVault vault;
    private final Event<UsedChequesImported> imported;
    private final Clock clock;
    private final String root;

    @Inject
    ChequeImporter(
            ChequeStore store,
            CitizenVault vault,
            Event<UsedChequesImported> imported,
            Clock clock,
            @ConfigProperty(name = "vdab.url") URI base) {
        this.store = store;
        this.imported = imported;
        this.vault = vault;
        this.clock = clock;
        this.root = base.toString().replaceAll("/+$", "") + "/vdab/";
    }

    /** The file is not as promised, or does not come. Its message is fit for logs. */
    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String why) {
            super(why, null, false, false);
        }
    }

    /** Starts it; nothing when it was started before. */
    void start(UUID id, ChequeFile file, String officer) {
        if (store.begin(id, file, officer, now())) {
            Future<?> reading = threads.submit(() -> read(id, file));
            threads.execute(() -> watch(id, reading));
        }
    }

    private void watch(UUID id, Future<?> reading) {
        try {
            reading.get(READ_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            reading.cancel(true); // it notes its own end
        } catch (ExecutionException e) {
            LOG.errorf(e.getCause(), "import %s failed", id);
            store.fail(id, "INTERNAL", now());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(UUID id, ChequeFile file) {
        try {
            HttpResponse<InputStream> response = http.send(
                    HttpRequest.newBuilder(URI.create(root + file.path))
                            .timeout(ANSWER_WITHIN)
                            .build(),
                    BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                if (response.statusCode() != 200) {
                    throw new Unusable("HTTP_" + response.statusCode());
                }
                read(id, file, lines);
            }
            store.finish(id, file, now());
            if (file == ChequeFile.USED_CHEQUES) {
                imported.fire(new UsedChequesImported());
            }
        } catch (Unusable e) {
            LOG.warnf("import %s: %s", id, e.getMessage());
            store.fail(id, String.valueOf(e.getMessage()), now());
        } catch (IOException e) {
            LOG.warnf("import %s: %s", id, e.getClass().getSimpleName());
            store.fail(id, "NO_ANSWER", now());
        } catch (InterruptedException e) {
            store.fail(id, "TOO_SLOW", now());
            Thread.currentThread().interrupt();
        }
    }

    private void read(UUID id, ChequeFile file, BufferedReader lines) throws IOException, Unusable {
        String header = line(lines);
        if (header == null || !header.replace("\uFEFF", "").strip().equals(file.header)) {
            throw new Unusable("OTHER_HEADER");
        }
        List<ChequeLine> batch = new ArrayList<>(LINES_AT_ONCE);
        long number = 1;
        for (String next = line(lines); next != null; next = line(lines)) {
            if (++number > MOST_LINES) {
                throw new Unusable("TOO_MANY_LINES");
            }
            if (!next.isBlank()) {
                batch.add(
                        next.length() > LONGEST_LINE
                                ? ChequeLine.refused(number, LineProblem.COLUMNS)
                                : ChequeLine.read(
                                        file,
                                        number,
                                        next,
                                        text -> vault.read(text).isPresent()));
            }
            if (batch.size() == LINES_AT_ONCE) {
                store.add(id, batch, now());
                batch.clear();
            }
        }
        store.add(id, batch, now());
    }

    /** The next line, cut off a little after the longest that can be good; absent at the end. */
    private static @Nullable String line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = reader.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = reader.read()) {
            if (line.length() <= LONGEST_LINE) {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
