package be.vlaanderen.loopbaankrediet.providerregistry.received;

import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.providerregistry.notifications.Notifications;
import be.vlaanderen.loopbaankrediet.providerregistry.notifications.Notifications.Kind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** payout-service knows no address: what a counsellor must know of the own money is told from here. */
abstract class WhenMoneyNeedsCounsellorThenTell implements MessageHandler {

    private record About(UUID counsellor) {}

    private final Notifications notifications;
    private final String type;
    private final Kind kind;

    WhenMoneyNeedsCounsellorThenTell(Notifications notifications, String type, Kind kind) {
        this.notifications = notifications;
        this.type = type;
        this.kind = kind;
    }

    @Override
    public String topic() {
        return "loopbaankrediet.payout";
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public void on(Message message) {
        UUID about = Idempotency.id("payout", type, message.id());
        notifications.tell(message.as(About.class).counsellor(), kind, about, message.time());
    }

    /** The counsellor has 15 days to answer (MR 4.8). */
    @Singleton
    static class WhenClawbackAnnouncedThenTell extends WhenMoneyNeedsCounsellorThenTell {
        @Inject
        WhenClawbackAnnouncedThenTell(Notifications notifications) {
            super(notifications, "ClawbackAnnounced.v1", Kind.CLAWBACK_ANNOUNCED);
        }
    }

    @Singleton
    static class WhenClawbackDecidedThenTell extends WhenMoneyNeedsCounsellorThenTell {
        @Inject
        WhenClawbackDecidedThenTell(Notifications notifications) {
            super(notifications, "ClawbackDecided.v1", Kind.CLAWBACK_DECIDED);
        }
    }

    @Singleton
    static class WhenPayoutRefusedThenTell extends WhenMoneyNeedsCounsellorThenTell {
        @Inject
        WhenPayoutRefusedThenTell(Notifications notifications) {
            super(notifications, "PayoutRefused.v1", Kind.PAYOUT_REFUSED);
        }
    }

    @Singleton
    static class WhenPayoutRejectedThenTell extends WhenMoneyNeedsCounsellorThenTell {
        @Inject
        WhenPayoutRejectedThenTell(Notifications notifications) {
            super(notifications, "PayoutRejected.v1", Kind.PAYOUT_REJECTED);
        }
    }
}
