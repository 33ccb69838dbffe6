package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementEstablished;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRevised;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another judgement of the same request means for the right. Pure. */
public enum Consequence {
    NOTHING,
    /** A refusal becomes a right. */
    RIGHT,
    /** More hours or a lower price, and nothing for the worse. */
    BETTER,
    WORSE;

    /** @param before the judgement that holds */
    public static Consequence of(Judgement before, Judgement after) {
        if (!before.entitled()) {
            return after.entitled() ? RIGHT : NOTHING;
        }
        int price = after.coPaymentPerHourCents() - before.coPaymentPerHourCents();
        int hours = after.hours() - before.hours();
        if (hours < 0 || price > 0) {
            return WORSE;
        }
        return hours == 0 && price == 0 ? NOTHING : BETTER;
    }

    /**
     * The event that tells others; none when nothing changes for them. CN 2.1: a right is established once in a career, so who lost it and has
     * it again gets the same one back, revised.
     */
    public @Nullable EntitlementEvent event(
            Entitlement entitlement,
            UUID citizen,
            Request request,
            Judgement judgement,
            List<SourceAsked> sources,
            Reason reasonCode,
            Instant at) {
        return switch (this) {
            case NOTHING -> null;
            case RIGHT ->
                entitlement.everEstablished()
                        ? new EntitlementRevised(citizen, request.id(), judgement, sources, reasonCode, at)
                        : new EntitlementEstablished(
                                citizen,
                                request.id(),
                                request.requestedOn(),
                                judgement,
                                sources,
                                request.employers(),
                                at);
            case BETTER, WORSE -> new EntitlementRevised(citizen, request.id(), judgement, sources, reasonCode, at);
        };
    }
}
