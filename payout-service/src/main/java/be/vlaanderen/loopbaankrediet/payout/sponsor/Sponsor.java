package be.vlaanderen.loopbaankrediet.payout.sponsor;

import be.vlaanderen.loopbaankrediet.payout.sponsor.SponsorEvent.SponsorPaymentRecorded;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** An employer or fund that pays co-payments (CN 2.1), as far as its bills are paid. */
public record Sponsor(Set<UUID> paidBills) {

    public static final Aggregate<Sponsor, SponsorEvent> AGGREGATE =
            new Aggregate<>("Sponsor", new Sponsor(Set.of()), Sponsor::evolve);

    public static String stream(UUID sponsor) {
        return "sponsor-" + sponsor;
    }

    /** A bill is paid once. */
    public Decision<SponsorEvent> record(SponsorPaymentRecorded payment) {
        return paidBills.contains(payment.bill()) ? Decision.nothing() : Decision.of(payment);
    }

    public Sponsor evolve(SponsorEvent event) {
        return switch (event) {
            case SponsorPaymentRecorded payment -> {
                Set<UUID> paid = new HashSet<>(paidBills);
                paid.add(payment.bill());
                yield new Sponsor(Set.copyOf(paid));
            }
        };
    }
}
