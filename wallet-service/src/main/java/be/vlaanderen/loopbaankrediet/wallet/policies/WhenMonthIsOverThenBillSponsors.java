package be.vlaanderen.loopbaankrediet.wallet.policies;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.Sponsor;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent;
import be.vlaanderen.loopbaankrediet.wallet.views.References;
import be.vlaanderen.loopbaankrediet.wallet.views.Sponsors;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** D-15: one bill a month for each sponsor who owes something. */
@ApplicationScoped
class WhenMonthIsOverThenBillSponsors {

    private static final int AT_ONCE = 100;

    private final AggregateStore<Sponsor, SponsorEvent> store;
    private final Sponsors sponsors;
    private final References references;
    private final Clock clock;

    @Inject
    WhenMonthIsOverThenBillSponsors(
            AggregateStore<Sponsor, SponsorEvent> store, Sponsors sponsors, References references, Clock clock) {
        this.store = store;
        this.sponsors = sponsors;
        this.references = references;
        this.clock = clock;
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        Instant now = clock.instant();
        LocalDate today = Days.of(now);
        LocalDate month = today.withDayOfMonth(1);
        for (UUID sponsor : sponsors.toBill(month, AT_ONCE)) {
            long number = references.next();
            var unused = store.handle(
                            Sponsor.stream(sponsor), state -> Sponsor.bill(state, sponsor, number, today, now))
                    .orThrow();
        }
    }
}
