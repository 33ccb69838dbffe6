package be.vlaanderen.loopbaankrediet.providerregistry.enterprise;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application.Enterprise;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply.RecordEnterprise;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Person;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Vault;
import be.vlaanderen.loopbaankrediet.providerregistry.views.applications.EnterpriseCheckRow;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks MAGDA about the enterprises of applicants; while it is silent they wait and are asked about again, longer apart each time. */
@Singleton
public class CheckEnterprises {

    private static final Logger LOG = Logger.getLogger(CheckEnterprises.class);
    private static final int AT_ONCE = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final Magda magda;
    private final Vault vault;
    private final Clock clock;
    private final Duration firstPause;
    private Duration pause = Duration.ZERO;
    private long againNanos = System.nanoTime();

    @Inject
    CheckEnterprises(
            AggregateStore<Counsellor, CounsellorEvent> counsellors,
            Magda magda,
            Vault vault,
            Clock clock,
            @ConfigProperty(name = "magda.pause") Duration firstPause) {
        this.counsellors = counsellors;
        this.magda = magda;
        this.vault = vault;
        this.clock = clock;
        this.firstPause = firstPause;
    }

    void start(@Observes StartupEvent started) {
        if (!magda.isThere()) {
            LOG.info("MAGDA_URL is not set: enterprises of applicants are not checked");
        }
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() {
        if (!magda.isThere() || System.nanoTime() - againNanos < 0) {
            return;
        }
        boolean silent = false;
        for (EnterpriseCheckRow waiting : EnterpriseCheckRow.oldest(AT_ONCE)) {
            try {
                check(waiting);
            } catch (MagdaSilent e) {
                silent = true;
                LOG.warnf("MAGDA says nothing about the enterprise of an applicant: %s", e.getMessage());
            }
        }
        Duration doubled = pause.isZero() ? firstPause : pause.multipliedBy(2);
        pause = !silent ? Duration.ZERO : doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        againNanos = System.nanoTime() + pause.toNanos();
    }

    private void check(EnterpriseCheckRow waiting) throws MagdaSilent {
        Person person = vault.find(waiting.counsellor).orElseThrow();
        Enterprise found = magda.find(person.enterpriseNumber());
        RecordEnterprise command =
                new RecordEnterprise(waiting.counsellor, waiting.application, found, clock.instant());
        var unused = counsellors
                .handle(waiting.counsellor.toString(), counsellor -> RecordEnterprise.decide(counsellor, command))
                .orThrow();
    }
}
