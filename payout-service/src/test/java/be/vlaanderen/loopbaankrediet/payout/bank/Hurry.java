package be.vlaanderen.loopbaankrediet.payout.bank;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does the jobs of the bank ten times a second: the scheduler's shortest pause is a second, and tests wait for three of them in a row. */
@Singleton
public class Hurry {

    private final ScheduledExecutorService jobs = Executors.newSingleThreadScheduledExecutor();
    private final MakeBatches make;
    private final SendBatches send;
    private final TakeInAnswers answers;

    @Inject
    Hurry(MakeBatches make, SendBatches send, TakeInAnswers answers) {
        this.make = make;
        this.send = send;
        this.answers = answers;
    }

    void begin(@Observes StartupEvent started) {
        var unused = jobs.scheduleWithFixedDelay(this::once, 500, 100, TimeUnit.MILLISECONDS);
    }

    private void once() {
        try {
            make.make();
            send.send();
            answers.takeIn();
        } catch (RuntimeException e) {
            // as with the scheduler: the next time is soon
            org.jboss.logging.Logger.getLogger(Hurry.class).warn("a job of the bank failed", e);
        }
    }

    void end(@Observes ShutdownEvent stopping) {
        jobs.shutdownNow();
    }
}
