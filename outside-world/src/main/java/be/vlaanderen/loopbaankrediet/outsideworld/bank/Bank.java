package be.vlaanderen.loopbaankrediet.outsideworld.bank;

import be.vlaanderen.loopbaankrediet.outsideworld.KeptMap;
import be.vlaanderen.loopbaankrediet.outsideworld.StateFolder;
import be.vlaanderen.loopbaankrediet.outsideworld.clock.WorldClock;
import be.vlaanderen.loopbaankrediet.outsideworld.switches.SwitchBoard;
import be.vlaanderen.loopbaankrediet.outsideworld.switches.Switches.Disturbance;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes in credit transfers and puts the answers ready; a file that was taken in is answered, also after a restart. */
@Singleton
public class Bank {

    private static final Logger LOG = Logger.getLogger(Bank.class);

    private final KeptMap<Upload> uploads;
    private final KeptMap<BankFile> files;
    private final WorldClock clock;
    private final SwitchBoard switches;
    private final ScheduledExecutorService backOffice = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("bank").factory());

    @Inject
    public Bank(StateFolder state, WorldClock clock, SwitchBoard switches) {
        this.uploads = state.map("bank-uploads", Upload.class);
        this.files = state.map("bank-files", BankFile.class);
        this.clock = clock;
        this.switches = switches;
    }

    void resume(@Observes StartupEvent start) {
        uploads.all().stream().filter(upload -> !upload.answered()).forEach(upload -> schedule(upload.fileId(), 0, 0));
    }

    @PreDestroy
    void stop() {
        backOffice.shutdownNow();
    }

    @Nullable Upload taken(String fileId) {
        return uploads.get(fileId);
    }

    /** The same id is one file: what comes second changes nothing. */
    synchronized Upload take(String fileId, CreditTransfers file) {
        Upload known = uploads.get(fileId);
        if (known != null) {
            return known;
        }
        Disturbance disturbance = switches.bank();
        Upload upload = Upload.decide(fileId, file, disturbance.refuses(), clock.instant());
        uploads.put(fileId, upload);
        schedule(fileId, disturbance.delay(), disturbance.repeats());
        return upload;
    }

    /** Somebody pays to this account. */
    synchronized BankFile credit(String iban, long amountCents, String message) {
        long number = files.size() + 1L;
        putReady("camt.054", BankAnswers.creditNotification(iban, amountCents, message, number, clock.instant()), 0);
        return Objects.requireNonNull(file(number));
    }

    /** Files with a higher number, oldest first. */
    List<BankFile> after(long number, int limit) {
        List<BankFile> found = new ArrayList<>();
        for (BankFile next = file(number + 1); next != null && found.size() < limit; next = file(next.number() + 1)) {
            found.add(next);
        }
        return found;
    }

    @Nullable BankFile file(long number) {
        return files.get(String.valueOf(number));
    }

    private void schedule(String fileId, int delaySeconds, int repeats) {
        try {
            var _ = backOffice.schedule(() -> answer(fileId, repeats), delaySeconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("a file is answered after the restart");
        }
    }

    private synchronized void answer(String fileId, int repeats) {
        Upload upload = uploads.get(fileId);
        if (upload == null || upload.answered()) {
            return;
        }
        Instant now = clock.instant();
        long first = files.size() + 1L;
        putReady("pain.002", BankAnswers.statusReport(upload, first, now), repeats);
        if (!upload.executed().isEmpty()) {
            putReady("camt.054", BankAnswers.debitNotification(upload, files.size() + 1L, now), repeats);
        }
        uploads.put(fileId, upload.withAnswers());
    }

    private void putReady(String type, String xml, int repeats) {
        for (int i = 0; i <= repeats; i++) {
            long number = files.size() + 1L;
            files.put(String.valueOf(number), new BankFile(number, type, xml));
        }
    }
}
