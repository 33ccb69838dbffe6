package be.vlaanderen.loopbaankrediet.sessionclaims.policies;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.answer.ConfirmInSilence;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Sessions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** D-8: looks every second which sessions were not answered in 14 days. */
@ApplicationScoped
public class WhenNotAnsweredInTimeThenConfirm {

    private static final Logger LOG = Logger.getLogger(WhenNotAnsweredInTimeThenConfirm.class);
    private static final int AT_ONCE = 200;

    private final AggregateStore<Block, BlockEvent> blocks;
    private final Sessions sessions;
    private final Clock clock;

    @Inject
    public WhenNotAnsweredInTimeThenConfirm(AggregateStore<Block, BlockEvent> blocks, Sessions sessions, Clock clock) {
        this.blocks = blocks;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void confirm() {
        Instant now = clock.instant();
        for (Sessions.InBlock due : sessions.unansweredAt(now, AT_ONCE)) {
            ConfirmInSilence command = new ConfirmInSilence(due.session(), now);
            try {
                var unused = blocks.handle(due.booking().toString(), block -> ConfirmInSilence.decide(block, command));
            } catch (RuntimeException e) {
                LOG.warnf(e, "session %s could not be confirmed; the next round tries again", due.session());
            }
        }
    }
}
