package be.vlaanderen.loopbaankrediet.providerregistry.received;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.VatThresholdNeared;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.vat.CountTurnover;
import be.vlaanderen.loopbaankrediet.providerregistry.notifications.Notifications;
import be.vlaanderen.loopbaankrediet.providerregistry.notifications.Notifications.Kind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** What is approved for payment counts towards the VAT threshold (D-33). */
@Singleton
public class WhenPayoutApprovedThenCountTurnover implements MessageHandler {

    record PayoutApproved(UUID payout, UUID counsellor, long exclVatCents, Instant approvedAt) {}

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final Notifications notifications;

    @Inject
    public WhenPayoutApprovedThenCountTurnover(
            AggregateStore<Counsellor, CounsellorEvent> counsellors, Notifications notifications) {
        this.counsellors = counsellors;
        this.notifications = notifications;
    }

    @Override
    public String topic() {
        return "loopbaankrediet.payout";
    }

    @Override
    public String type() {
        return "PayoutApproved.v1";
    }

    @Override
    public void on(Message message) {
        CountTurnover command = command(message);
        var outcome = counsellors.handle(
                command.counsellor().toString(), counsellor -> CountTurnover.decide(counsellor, command));
        var unused = outcome.orThrow();
        if (outcome instanceof Outcome.Accepted<Counsellor, CounsellorEvent> accepted) {
            accepted.events().forEach(this::tell);
        }
    }

    public static CountTurnover command(Message message) {
        PayoutApproved told = message.as(PayoutApproved.class);
        return new CountTurnover(
                told.counsellor(), told.payout(), Days.of(told.approvedAt()), told.exclVatCents(), told.approvedAt());
    }

    private void tell(CounsellorEvent event) {
        if (event instanceof VatThresholdNeared neared) {
            notifications.tell(
                    neared.counsellor(),
                    neared.percent() >= 100 ? Kind.VAT_THRESHOLD_REACHED : Kind.VAT_THRESHOLD_NEAR,
                    Idempotency.id("vat", neared.counsellor().toString(), neared.year() + "-" + neared.percent()),
                    neared.at());
        }
    }
}
