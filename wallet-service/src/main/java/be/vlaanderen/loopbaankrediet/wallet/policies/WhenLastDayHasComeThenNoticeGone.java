package be.vlaanderen.loopbaankrediet.wallet.policies;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.wallet.views.Bookings;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Looks which counsellors have come to their first day without bookings. */
@ApplicationScoped
class WhenLastDayHasComeThenNoticeGone {

    private static final int AT_ONCE = 200;

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final Bookings bookings;
    private final Clock clock;

    @Inject
    WhenLastDayHasComeThenNoticeGone(
            AggregateStore<Counsellor, CounsellorEvent> counsellors, Bookings bookings, Clock clock) {
        this.counsellors = counsellors;
        this.bookings = bookings;
        this.clock = clock;
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        Instant now = clock.instant();
        LocalDate today = Days.of(now);
        for (UUID counsellor : bookings.counsellorsStoppedBy(today, AT_ONCE)) {
            var unused = counsellors
                    .handle(
                            Counsellor.stream(counsellor),
                            state -> Counsellor.noticeGone(state, counsellor, today, now))
                    .orThrow();
        }
    }
}
