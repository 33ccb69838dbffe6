package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor.AGGREGATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor.Status;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.DossierOpened;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.RenewalApproved;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.RenewalAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.RenewalDocumentAdded;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.renew.AddRenewalDocument;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.renew.ApproveRenewal;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.renew.AskRenewal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RenewalsTest {

    private static final UUID ID = UUID.fromString("3f0c1d52-7a64-4a6e-9d0b-5c1f2b7e8a10");
    private static final UUID RENEWAL = UUID.fromString("2c3d4e5f-6071-4829-93b4-c5d6e7f8091a");
    private static final UUID OTHER = UUID.fromString("4e5f6071-8293-4a4b-b5c6-e7f8091a2b3c");
    private static final LocalDate TODAY = LocalDate.of(2029, 1, 4);
    private static final LocalDate BY = LocalDate.of(2029, 3, 31);
    private static final Instant AT = Instant.parse("2029-01-04T09:00:00Z");
    private static final CounsellorEvent OPENED = new DossierOpened(ID, Route.R1, null, List.of(), true, AT);
    private static final CounsellorEvent REGISTERED =
            new CounsellorRegistered(ID, Route.R1, true, LocalDate.of(2027, 1, 4), AT);
    private static final CounsellorEvent ASKED = new RenewalAsked(
            ID,
            RENEWAL,
            List.of(Proof.FINANCIAL_MANAGEMENT, Proof.FINANCIAL_HEALTH),
            BY,
            Reason.PERIODIC,
            "officer",
            AT);
    private static final CounsellorEvent APPROVED = new RenewalApproved(ID, RENEWAL, "officer", AT);

    @Test
    void proofs_are_asked_anew_of_who_is_registered_once_at_a_time() {
        given(AGGREGATE, OPENED, REGISTERED)
                .when(it -> ask(it, RENEWAL, BY, Reason.PERIODIC))
                .then(ASKED);
        given(AGGREGATE, OPENED, REGISTERED, ASKED)
                .when(it -> ask(it, RENEWAL, BY, Reason.PERIODIC))
                .thenNothing();
        given(AGGREGATE, OPENED, REGISTERED, ASKED)
                .when(it -> ask(it, OTHER, BY, Reason.PERIODIC))
                .thenRefused(CounsellorRefusal.RENEWAL_UNDER_WAY);
        given(AGGREGATE, OPENED)
                .when(it -> ask(it, RENEWAL, BY, Reason.PERIODIC))
                .thenRefused(CounsellorRefusal.NOT_REGISTERED);
        given(AGGREGATE, OPENED, REGISTERED)
                .when(it -> ask(it, RENEWAL, TODAY, Reason.PERIODIC))
                .thenRefused(CounsellorRefusal.RENEWAL_DAY_OUT_OF_RANGE);
        given(AGGREGATE, OPENED, REGISTERED)
                .when(it -> ask(it, RENEWAL, BY, Reason.REMEDIED))
                .thenRefused(CounsellorRefusal.REASON_DOES_NOT_FIT);
    }

    @Test
    void the_registration_holds_while_a_renewal_waits_also_after_its_day() {
        Counsellor counsellor = AGGREGATE.replay(List.of(OPENED, REGISTERED, ASKED));
        assertEquals(Status.REGISTERED, counsellor.status(BY.plusDays(30)));
    }

    @Test
    void it_is_approved_when_everything_that_was_asked_is_there() {
        given(AGGREGATE, OPENED, REGISTERED, ASKED)
                .when(it -> add(it, 1, Proof.FINANCIAL_HEALTH))
                .then(added(1, Proof.FINANCIAL_HEALTH, false));
        given(AGGREGATE, OPENED, REGISTERED, ASKED, added(1, Proof.FINANCIAL_HEALTH, false))
                .when(RenewalsTest::approve)
                .thenRefused(CounsellorRefusal.STILL_MISSING, Map.of("missing", List.of(Proof.FINANCIAL_MANAGEMENT)));
        given(AGGREGATE, OPENED, REGISTERED, ASKED, added(1, Proof.FINANCIAL_HEALTH, false))
                .when(it -> add(it, 2, Proof.FINANCIAL_MANAGEMENT))
                .then(added(2, Proof.FINANCIAL_MANAGEMENT, true));
        given(
                        AGGREGATE,
                        OPENED,
                        REGISTERED,
                        ASKED,
                        added(1, Proof.FINANCIAL_HEALTH, false),
                        added(2, Proof.FINANCIAL_MANAGEMENT, true))
                .when(RenewalsTest::approve)
                .then(APPROVED);
    }

    @Test
    void after_the_approval_nothing_is_added_and_a_new_one_can_be_asked() {
        List<CounsellorEvent> done = List.of(
                OPENED,
                REGISTERED,
                ASKED,
                added(1, Proof.FINANCIAL_HEALTH, false),
                added(2, Proof.FINANCIAL_MANAGEMENT, true),
                APPROVED);
        given(AGGREGATE, done).when(RenewalsTest::approve).thenNothing();
        given(AGGREGATE, done)
                .when(it -> add(it, 2, Proof.FINANCIAL_MANAGEMENT))
                .thenNothing();
        given(AGGREGATE, done)
                .when(it -> add(it, 3, Proof.FINANCIAL_HEALTH))
                .thenRefused(CounsellorRefusal.RENEWAL_CLOSED);
        given(AGGREGATE, OPENED, REGISTERED)
                .when(it -> add(it, 1, Proof.FINANCIAL_HEALTH))
                .thenRefused(CounsellorRefusal.RENEWAL_UNKNOWN);
        assertEquals(
                1,
                ((Decision.Events<CounsellorEvent>) ask(AGGREGATE.replay(done), OTHER, BY, Reason.PERIODIC))
                        .events()
                        .size());
    }

    /** ADR 8. */
    @Test
    void one_before_the_last_is_not_asked_again() {
        List<CounsellorEvent> done =
                List.of(OPENED, REGISTERED, ASKED, added(1, Proof.FINANCIAL_HEALTH, true), APPROVED, renewal(OTHER));
        given(AGGREGATE, done)
                .when(it -> ask(it, RENEWAL, BY, Reason.PERIODIC))
                .thenRefused(CounsellorRefusal.RENEWAL_CLOSED);
    }

    private static CounsellorEvent renewal(UUID id) {
        return new RenewalAsked(ID, id, List.of(Proof.FINANCIAL_HEALTH), BY, Reason.PERIODIC, "officer", AT);
    }

    private static Decision<CounsellorEvent> ask(Counsellor it, UUID renewal, LocalDate by, Reason reason) {
        return AskRenewal.decide(
                it,
                new AskRenewal(
                        ID,
                        renewal,
                        Set.of(Proof.FINANCIAL_HEALTH, Proof.FINANCIAL_MANAGEMENT),
                        by,
                        reason,
                        "officer",
                        TODAY,
                        AT));
    }

    private static Decision<CounsellorEvent> add(Counsellor it, int document, Proof kind) {
        return AddRenewalDocument.decide(
                it, new AddRenewalDocument(ID, RENEWAL, new UUID(0, document), kind, "digest", AT));
    }

    private static Decision<CounsellorEvent> approve(Counsellor it) {
        return ApproveRenewal.decide(it, new ApproveRenewal(ID, RENEWAL, "officer", AT));
    }

    private static CounsellorEvent added(int document, Proof kind, boolean complete) {
        return new RenewalDocumentAdded(ID, RENEWAL, new UUID(0, document), kind, "digest", complete, AT);
    }
}
