package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor.AGGREGATE;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof.EQUIVALENCE;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof.FINANCIAL_HEALTH;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof.FINANCIAL_MANAGEMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.testkit.Scenario;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application.Enterprise;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application.State;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationApproved;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationDocumentAdded;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationMoreAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationRefused;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationSubmitted;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.DossierOpened;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.EnterpriseCheckAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.EnterpriseChecked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply.AddDocument;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply.ApproveApplication;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply.AskEnterpriseCheck;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply.AskForMore;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply.RecordEnterprise;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply.RefuseApplication;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.apply.SubmitApplication;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApplicationsTest {

    private static final UUID ID = UUID.fromString("3f0c1d52-7a64-4a6e-9d0b-5c1f2b7e8a10");
    private static final UUID APPLICATION = UUID.fromString("1b2c3d4e-5f60-4718-8293-a4b5c6d7e8f9");
    private static final UUID OTHER = UUID.fromString("4e5f6071-8293-4a4b-b5c6-d7e8f90a1b2c");
    private static final UUID ASKING = UUID.fromString("3d4e5f60-7182-493a-a4b5-c6d7e8f90a1b");
    private static final LocalDate PIONEER = LocalDate.of(2019, 5, 1);
    private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);
    private static final Instant AT = Instant.parse("2027-02-01T09:00:00Z");

    @Test
    void who_applies_takes_the_route_of_the_first_day_under_the_cheque_scheme() {
        given(AGGREGATE).when(it -> submit(it, APPLICATION)).then(submitted());
    }

    @Test
    void one_application_runs_at_a_time_and_a_repeat_changes_nothing() {
        given(AGGREGATE, submitted()).when(it -> submit(it, APPLICATION)).thenNothing();
        given(AGGREGATE, submitted())
                .when(it -> submit(it, OTHER))
                .thenRefused(CounsellorRefusal.APPLICATION_UNDER_WAY);
    }

    @Test
    void who_has_a_dossier_does_not_apply() {
        given(AGGREGATE, opened(List.of()))
                .when(it -> submit(it, APPLICATION))
                .thenRefused(CounsellorRefusal.COUNSELLOR_EXISTS);
    }

    @Test
    void an_application_is_not_approved_while_something_is_missing_and_the_refusal_names_it() {
        applied(document(EQUIVALENCE))
                .when(ApplicationsTest::approve)
                .thenRefused(
                        CounsellorRefusal.STILL_MISSING,
                        Map.of("missing", List.of(Requirement.FINANCIAL_HEALTH, Requirement.FINANCIAL_MANAGEMENT)));
    }

    @Test
    void a_complete_application_is_approved_once_and_registers_the_counsellor() {
        CounsellorEvent[] complete = {document(EQUIVALENCE), document(FINANCIAL_HEALTH), document(FINANCIAL_MANAGEMENT)
        };
        var result = applied(complete).when(ApplicationsTest::approve);
        result.then(
                new ApplicationApproved(ID, APPLICATION, "officer", AT),
                opened(List.of(EQUIVALENCE, FINANCIAL_MANAGEMENT, FINANCIAL_HEALTH)),
                new CounsellorRegistered(ID, Route.R1, false, TODAY, AT));
        List<CounsellorEvent> all = new ArrayList<>(List.of(complete));
        all.addAll(result.events());
        var approved = applied(all.toArray(CounsellorEvent[]::new));
        assertEquals(Counsellor.Status.REGISTERED, approved.state().status(TODAY));
        approved.when(ApplicationsTest::approve).thenNothing();
        approved.when(ApplicationsTest::refuse).thenRefused(CounsellorRefusal.APPLICATION_CLOSED);
        approved.when(it -> submit(it, OTHER)).thenRefused(CounsellorRefusal.COUNSELLOR_EXISTS);
    }

    @Test
    void a_document_that_was_found_wanting_does_not_count_until_a_new_one_comes() {
        var more = new ApplicationMoreAsked(
                ID, APPLICATION, ASKING, List.of(FINANCIAL_HEALTH), Reason.PROOF_NOT_ACCEPTED, "officer", AT);
        CounsellorEvent[] complete = {document(EQUIVALENCE), document(FINANCIAL_HEALTH), document(FINANCIAL_MANAGEMENT)
        };
        applied(complete).when(ApplicationsTest::ask).then(more);
        List<CounsellorEvent> all = new ArrayList<>(List.of(complete));
        all.add(more);
        var waiting = applied(all.toArray(CounsellorEvent[]::new));
        waiting.when(ApplicationsTest::ask).thenNothing();
        waiting.when(ApplicationsTest::approve)
                .thenRefused(CounsellorRefusal.STILL_MISSING, Map.of("missing", List.of(Requirement.FINANCIAL_HEALTH)));
        waiting.when(it -> add(it, EQUIVALENCE))
                .then(new ApplicationDocumentAdded(
                        ID, APPLICATION, OTHER, EQUIVALENCE, "digest", State.MORE_ASKED, AT));
        var again = waiting.when(it -> add(it, FINANCIAL_HEALTH));
        again.then(
                new ApplicationDocumentAdded(ID, APPLICATION, OTHER, FINANCIAL_HEALTH, "digest", State.SUBMITTED, AT));
        all.addAll(again.events());
        assertEquals(
                3,
                applied(all.toArray(CounsellorEvent[]::new))
                        .when(ApplicationsTest::approve)
                        .events()
                        .size());
    }

    @Test
    void a_refused_applicant_may_apply_anew() {
        var refused = new ApplicationRefused(
                ID,
                APPLICATION,
                List.of(
                        Requirement.EQUIVALENCE_OR_QUALIFICATION,
                        Requirement.FINANCIAL_HEALTH,
                        Requirement.FINANCIAL_MANAGEMENT),
                Reason.CONDITIONS_NOT_MET,
                "officer",
                AT);
        applied().when(ApplicationsTest::refuse).then(refused);
        applied(refused).when(ApplicationsTest::refuse).thenNothing();
        applied(refused).when(it -> add(it, EQUIVALENCE)).thenRefused(CounsellorRefusal.APPLICATION_CLOSED);
        assertEquals(1, applied(refused).when(it -> submit(it, OTHER)).events().size());
    }

    /** ADR 8: by then the kept answer is forgotten. */
    @Test
    void what_was_sent_with_an_application_before_the_last_is_not_taken_for_new() {
        CounsellorEvent more = new ApplicationMoreAsked(
                ID, APPLICATION, ASKING, List.of(FINANCIAL_HEALTH), Reason.PROOF_NOT_ACCEPTED, "officer", AT);
        CounsellorEvent refused =
                new ApplicationRefused(ID, APPLICATION, List.of(), Reason.CONDITIONS_NOT_MET, "officer", AT);
        CounsellorEvent sent =
                new ApplicationDocumentAdded(ID, APPLICATION, OTHER, EQUIVALENCE, "digest", State.SUBMITTED, AT);
        List<CounsellorEvent> first = List.of(submitted(), sent, more, refused);
        given(AGGREGATE, first).when(it -> submit(it, APPLICATION)).thenNothing();
        List<CounsellorEvent> second = new ArrayList<>(first);
        second.addAll(
                given(AGGREGATE, first).when(it -> submit(it, new UUID(0, 2))).events());
        given(AGGREGATE, second).when(it -> add(it, EQUIVALENCE)).thenRefused(CounsellorRefusal.APPLICATION_CLOSED);
        second.add(new ApplicationRefused(ID, new UUID(0, 2), List.of(), Reason.CONDITIONS_NOT_MET, "officer", AT));
        given(AGGREGATE, second).when(it -> submit(it, APPLICATION)).thenRefused(CounsellorRefusal.APPLICATION_CLOSED);
    }

    @Test
    void an_officer_who_asked_for_more_twice_does_not_ask_for_the_first_again() {
        CounsellorEvent more = new ApplicationMoreAsked(
                ID, APPLICATION, ASKING, List.of(FINANCIAL_HEALTH), Reason.PROOF_NOT_ACCEPTED, "officer", AT);
        CounsellorEvent again = new ApplicationMoreAsked(
                ID, APPLICATION, OTHER, List.of(EQUIVALENCE), Reason.PROOF_NOT_ACCEPTED, "officer", AT);
        applied(more, again).when(ApplicationsTest::ask).thenNothing();
    }

    @Test
    void the_number_of_documents_is_bounded_and_a_repeat_changes_nothing() {
        given(AGGREGATE).when(it -> add(it, EQUIVALENCE)).thenRefused(CounsellorRefusal.APPLICATION_UNKNOWN);
        applied(new ApplicationDocumentAdded(ID, APPLICATION, OTHER, EQUIVALENCE, "digest", State.SUBMITTED, AT))
                .when(it -> add(it, EQUIVALENCE))
                .thenNothing();
        applied(IntStream.range(0, Application.MOST_DOCUMENTS)
                        .mapToObj(i -> new ApplicationDocumentAdded(
                                ID, APPLICATION, new UUID(0, i), EQUIVALENCE, "digest", State.SUBMITTED, AT))
                        .toArray(CounsellorEvent[]::new))
                .when(it -> add(it, EQUIVALENCE))
                .thenRefused(CounsellorRefusal.TOO_MANY_DOCUMENTS);
    }

    @Test
    void a_diploma_counts_only_when_it_is_on_the_list_of_the_day_of_the_application() {
        given(AGGREGATE).when(it -> withDiploma(it, false)).thenRefused(CounsellorRefusal.DIPLOMA_NOT_LISTED);
        var listed = new ApplicationSubmitted(
                ID, APPLICATION, Route.R3, null, List.of(Proof.LISTED_DIPLOMA), "MA-PSYCHOLOGY", false, AT);
        given(AGGREGATE).when(it -> withDiploma(it, true)).then(listed);
        var unnamed = new ApplicationSubmitted(ID, APPLICATION, Route.R3, null, List.of(), null, false, AT);
        assertEquals(List.of(false, true), List.of(missesDiploma(listed), missesDiploma(unnamed)));
    }

    private static boolean missesDiploma(CounsellorEvent submitted) {
        return AGGREGATE
                .replay(List.of(submitted, document(Proof.LISTED_DIPLOMA)))
                .application()
                .missing()
                .contains(Requirement.LISTED_DIPLOMA);
    }

    private static Decision<CounsellorEvent> withDiploma(Counsellor it, boolean isListed) {
        return SubmitApplication.decide(
                it,
                new SubmitApplication(
                        ID,
                        APPLICATION,
                        null,
                        Set.of(Proof.LISTED_DIPLOMA),
                        "MA-PSYCHOLOGY",
                        isListed,
                        false,
                        false,
                        AT));
    }

    @Test
    void an_application_waits_for_what_is_said_of_its_enterprise() {
        CounsellorEvent asked = new EnterpriseCheckAsked(ID, APPLICATION, AT);
        CounsellorEvent stopped = new EnterpriseChecked(ID, APPLICATION, Enterprise.STOPPED, AT);
        var record = new RecordEnterprise(ID, APPLICATION, Enterprise.STOPPED, AT);
        var again = new AskEnterpriseCheck(ID, APPLICATION, true, AT);
        applied(asked).when(it -> RecordEnterprise.decide(it, record)).then(stopped);
        applied(asked, stopped).when(it -> RecordEnterprise.decide(it, record)).thenNothing();
        applied().when(it -> RecordEnterprise.decide(it, record)).thenNothing();
        applied(asked).when(it -> AskEnterpriseCheck.decide(it, again)).thenNothing();
        applied(asked, stopped).when(it -> AskEnterpriseCheck.decide(it, again)).then(asked);
        applied(asked, stopped)
                .when(it -> AskEnterpriseCheck.decide(it, new AskEnterpriseCheck(ID, APPLICATION, false, AT)))
                .thenRefused(CounsellorRefusal.NO_ENTERPRISE_CHECK);
        Application application =
                AGGREGATE.replay(List.of(submitted(), asked, stopped)).application();
        assertEquals(Requirement.ACTIVE_ENTERPRISE, application.missing().getFirst());
    }

    private static Scenario<Counsellor, CounsellorEvent> applied(CounsellorEvent... later) {
        List<CounsellorEvent> all = new ArrayList<>(List.of(submitted()));
        all.addAll(List.of(later));
        return given(AGGREGATE, all);
    }

    private static Decision<CounsellorEvent> submit(Counsellor it, UUID application) {
        return SubmitApplication.decide(
                it,
                new SubmitApplication(ID, application, PIONEER, Set.of(EQUIVALENCE), null, false, false, false, AT));
    }

    private static Decision<CounsellorEvent> add(Counsellor it, Proof kind) {
        return AddDocument.decide(it, new AddDocument(ID, OTHER, kind, "digest", AT));
    }

    private static Decision<CounsellorEvent> ask(Counsellor it) {
        return AskForMore.decide(
                it,
                new AskForMore(
                        ID, APPLICATION, ASKING, Set.of(FINANCIAL_HEALTH), Reason.PROOF_NOT_ACCEPTED, "officer", AT));
    }

    private static Decision<CounsellorEvent> approve(Counsellor it) {
        return ApproveApplication.decide(it, new ApproveApplication(ID, APPLICATION, "officer", TODAY, AT));
    }

    private static Decision<CounsellorEvent> refuse(Counsellor it) {
        return RefuseApplication.decide(
                it, new RefuseApplication(ID, APPLICATION, Reason.CONDITIONS_NOT_MET, "officer", AT));
    }

    private static CounsellorEvent submitted() {
        return new ApplicationSubmitted(ID, APPLICATION, Route.R1, PIONEER, List.of(EQUIVALENCE), null, false, AT);
    }

    private static CounsellorEvent document(Proof kind) {
        return new ApplicationDocumentAdded(
                ID,
                APPLICATION,
                UUID.nameUUIDFromBytes(kind.name().getBytes(StandardCharsets.UTF_8)),
                kind,
                "digest",
                State.SUBMITTED,
                AT);
    }

    private static CounsellorEvent opened(List<Proof> proofs) {
        return new DossierOpened(ID, Route.R1, PIONEER, proofs, false, AT);
    }
}
