package be.vlaanderen.loopbaankrediet.eligibility.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.DecisionPostponed;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementEstablished;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRefused;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRequested;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EntitlementRevised;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.EvidenceSent;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.ObjectionFiled;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EvidenceKind;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Reason;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Source;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Facts;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Period;
import be.vlaanderen.loopbaankrediet.eligibility.rules.PeriodKind;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import be.vlaanderen.loopbaankrediet.eligibility.rules.RuleSets;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Publisher;
import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsTest {

    private static final UUID CITIZEN = UUID.fromString("6f6a0a5e-6d3c-4a57-8f58-8a4f3b8a0001");
    private static final UUID REQUEST = UUID.fromString("6f6a0a5e-6d3c-4a57-8f58-8a4f3b8a0002");
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);
    private static final Instant AT = Instant.parse("2027-01-04T09:00:00Z");
    private static final EligibilityPublisher PUBLISHER = new EligibilityPublisher();

    @Test
    void what_is_published_keeps_its_promise() {
        Contracts.publishes(PUBLISHER, published(established()));
        Contracts.publishes(PUBLISHER, published(refused()));
        Contracts.publishes(PUBLISHER, published(revised()));
    }

    @Test
    void nothing_more_than_the_promise_is_published() {
        assertEquals(
                Set.of(
                        "citizen",
                        "request",
                        "hours",
                        "coPaymentPerHourCents",
                        "ruleVersion",
                        "requestedOn",
                        "establishedAt"),
                fields(published(established())));
        assertEquals(
                Set.of("citizen", "request", "failed", "workedDays", "ruleVersion", "requestedOn", "refusedAt"),
                fields(published(refused())));
        assertEquals(
                Set.of(
                        "citizen",
                        "request",
                        "hours",
                        "coPaymentPerHourCents",
                        "ruleVersion",
                        "reasonCode",
                        "revisedAt"),
                fields(published(revised())));
    }

    @Test
    void employers_are_told_as_pseudonyms_and_left_out_when_there_are_none() {
        Publisher.Contract told = published(new EntitlementEstablished(
                CITIZEN, REQUEST, DAY, judgement(LocalDate.of(2010, 1, 1)), List.of(), List.of(REQUEST), AT));
        assertTrue(fields(told).contains("employers"));
        Contracts.publishes(PUBLISHER, told);
    }

    @Test
    void what_is_asked_and_what_waits_stays_private() {
        assertTrue(PUBLISHER
                .publish(stored(new EntitlementRequested(CITIZEN, REQUEST, DAY, AT)))
                .isEmpty());
        assertTrue(PUBLISHER
                .publish(stored(new DecisionPostponed(CITIZEN, REQUEST, Source.PERSON, 1, AT, AT)))
                .isEmpty());
        assertTrue(PUBLISHER
                .publish(stored(
                        new EvidenceSent(CITIZEN, REQUEST, REQUEST, EvidenceKind.LEAVE, null, null, "digest", AT)))
                .isEmpty());
        assertTrue(PUBLISHER
                .publish(stored(new ObjectionFiled(CITIZEN, REQUEST, REQUEST, AT)))
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EntitlementEstablished.v1", "EntitlementRefused.v1", "EntitlementRevised.v1"})
    void the_samples_keep_the_promise_of_their_schema(String type) {
        Contracts.sample("eligibility", type);
    }

    private static EntitlementEvent established() {
        return new EntitlementEstablished(
                CITIZEN, REQUEST, DAY, judgement(LocalDate.of(2010, 1, 1)), List.of(), List.of(), AT);
    }

    private static EntitlementEvent refused() {
        return new EntitlementRefused(CITIZEN, REQUEST, DAY, judgement(LocalDate.of(2026, 1, 1)), List.of(), null, AT);
    }

    private static EntitlementEvent revised() {
        return new EntitlementRevised(
                CITIZEN, REQUEST, judgement(LocalDate.of(2010, 1, 1)), List.of(), Reason.CHEQUES_FOUND, AT);
    }

    private static Judgement judgement(LocalDate worksSince) {
        return RuleSets.on(DAY)
                .orElseThrow()
                .judge(
                        new Facts(
                                Region.FLANDERS,
                                false,
                                null,
                                null,
                                0,
                                false,
                                List.of(new Period(PeriodKind.EMPLOYEE, worksSince, null, false))),
                        DAY);
    }

    private static Publisher.Contract published(EntitlementEvent event) {
        return PUBLISHER.publish(stored(event)).orElseThrow();
    }

    private static StoredEvent stored(EntitlementEvent event) {
        return new StoredEvent("id", CITIZEN.toString(), 0, event, AT);
    }

    private static Set<String> fields(Publisher.Contract contract) {
        JsonNode json = EventStore.json().valueToTree(contract.data());
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return new TreeSet<>(names);
    }
}
