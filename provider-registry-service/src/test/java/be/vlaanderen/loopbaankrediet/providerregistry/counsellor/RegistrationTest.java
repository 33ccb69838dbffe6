package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor.AGGREGATE;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof.EQUIVALENCE;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof.FINANCIAL_HEALTH;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof.FINANCIAL_MANAGEMENT;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof.QUALIFICATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.testkit.Scenario;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorVatRegimeChanged;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.DossierOpened;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ProofsShown;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.register.OpenDossier;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.register.ShowProofs;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.vat.ChangeVatRegime;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    private static final Path CASES = Path.of("../../shared/cases/registration.jsonl");
    private static final UUID ID = UUID.fromString("3f0c1d52-7a64-4a6e-9d0b-5c1f2b7e8a10");
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);
    private static final Instant AT = Instant.parse("2027-01-04T09:00:00Z");
    private static final LocalDate PIONEER = LocalDate.of(2019, 5, 1);

    @Test
    void a_complete_dossier_is_registered_at_once() {
        given(AGGREGATE)
                .when(it -> OpenDossier.decide(it, open(EQUIVALENCE, FINANCIAL_HEALTH, FINANCIAL_MANAGEMENT)))
                .then(opened(EQUIVALENCE, FINANCIAL_MANAGEMENT, FINANCIAL_HEALTH), registered());
    }

    @Test
    void an_incomplete_dossier_waits_and_says_what_is_missing() {
        var result = given(AGGREGATE).when(it -> OpenDossier.decide(it, open(EQUIVALENCE)));
        result.then(opened(EQUIVALENCE));
        assertEquals(
                List.of(Requirement.FINANCIAL_HEALTH, Requirement.FINANCIAL_MANAGEMENT),
                AGGREGATE.replay(result.events()).missing());
    }

    @Test
    void opening_a_dossier_again_changes_nothing() {
        given(AGGREGATE, opened(EQUIVALENCE))
                .when(it -> OpenDossier.decide(it, open(QUALIFICATION)))
                .thenNothing();
    }

    @Test
    void the_last_proof_registers_and_earlier_ones_stay_shown() {
        given(AGGREGATE, opened(EQUIVALENCE, FINANCIAL_MANAGEMENT))
                .when(it -> ShowProofs.decide(it, show(FINANCIAL_HEALTH)))
                .then(new ProofsShown(ID, List.of(FINANCIAL_HEALTH), AT), registered());
    }

    @Test
    void a_proof_that_does_not_complete_the_dossier_is_kept() {
        given(AGGREGATE, opened(EQUIVALENCE))
                .when(it -> ShowProofs.decide(it, show(EQUIVALENCE, FINANCIAL_HEALTH)))
                .then(new ProofsShown(ID, List.of(FINANCIAL_HEALTH), AT));
    }

    @Test
    void the_same_proofs_again_change_nothing() {
        given(AGGREGATE, opened(EQUIVALENCE))
                .when(it -> ShowProofs.decide(it, show(EQUIVALENCE)))
                .thenNothing();
    }

    @Test
    void a_registered_counsellor_is_not_registered_twice() {
        given(AGGREGATE, opened(EQUIVALENCE, FINANCIAL_MANAGEMENT, FINANCIAL_HEALTH), registered())
                .when(it -> ShowProofs.decide(it, show(QUALIFICATION)))
                .then(new ProofsShown(ID, List.of(QUALIFICATION), AT));
    }

    @Test
    void proofs_for_nobody_are_refused() {
        given(AGGREGATE)
                .when(it -> ShowProofs.decide(it, show(EQUIVALENCE)))
                .thenRefused(CounsellorRefusal.COUNSELLOR_UNKNOWN);
    }

    @Test
    void the_vat_regime_changes_from_a_day_on_and_the_days_before_keep_theirs() {
        var result = registeredCounsellor().when(it -> ChangeVatRegime.decide(it, regime(false, TODAY.plusDays(10))));
        result.then(new CounsellorVatRegimeChanged(ID, false, TODAY.plusDays(10), AT));
        Counsellor after = AGGREGATE.replay(List.of(
                opened(EQUIVALENCE),
                registered(),
                new CounsellorVatRegimeChanged(ID, false, TODAY.plusDays(10), AT),
                new CounsellorVatRegimeChanged(ID, true, TODAY.plusDays(20), AT)));
        assertEquals(
                List.of(true, true, false, false, true),
                List.of(
                        after.vatLiableOn(TODAY),
                        after.vatLiableOn(TODAY.plusDays(9)),
                        after.vatLiableOn(TODAY.plusDays(10)),
                        after.vatLiableOn(TODAY.plusDays(19)),
                        after.vatLiableOn(TODAY.plusDays(20))));
    }

    @Test
    void the_periods_of_the_vat_regime_follow_each_other_without_a_gap() {
        Counsellor after = AGGREGATE.replay(List.of(
                opened(EQUIVALENCE),
                registered(),
                new CounsellorVatRegimeChanged(ID, false, TODAY.plusDays(10), AT),
                new CounsellorVatRegimeChanged(ID, true, TODAY.plusDays(20), AT)));
        assertEquals(
                List.of(
                        new Counsellor.VatPeriod(true, TODAY, TODAY.plusDays(9)),
                        new Counsellor.VatPeriod(false, TODAY.plusDays(10), TODAY.plusDays(19)),
                        new Counsellor.VatPeriod(true, TODAY.plusDays(20), null)),
                after.vatPeriods());
        assertEquals(List.of(), AGGREGATE.replay(List.of(opened(EQUIVALENCE))).vatPeriods());
    }

    @Test
    void the_same_regime_again_changes_nothing() {
        registeredCounsellor()
                .when(it -> ChangeVatRegime.decide(it, regime(true, TODAY)))
                .thenNothing();
    }

    @Test
    void a_regime_starts_neither_before_the_registration_nor_more_than_a_year_ahead() {
        registeredCounsellor()
                .when(it -> ChangeVatRegime.decide(it, regime(false, TODAY.minusDays(1))))
                .thenRefused(CounsellorRefusal.REGIME_DAY_OUT_OF_RANGE);
        registeredCounsellor()
                .when(it -> ChangeVatRegime.decide(
                        it, regime(false, TODAY.plusYears(1).plusDays(1))))
                .thenRefused(CounsellorRefusal.REGIME_DAY_OUT_OF_RANGE);
    }

    @Test
    void a_regime_cannot_change_before_the_registration_is_there() {
        given(AGGREGATE, opened(EQUIVALENCE))
                .when(it -> ChangeVatRegime.decide(it, regime(false, TODAY)))
                .thenRefused(CounsellorRefusal.NOT_REGISTERED);
        given(AGGREGATE)
                .when(it -> ChangeVatRegime.decide(it, regime(false, TODAY)))
                .thenRefused(CounsellorRefusal.COUNSELLOR_UNKNOWN);
    }

    @Test
    void the_golden_cases_of_registration_hold() throws IOException {
        assumeTrue(Files.exists(CASES), "the golden cases are not here");
        for (String line : Files.readAllLines(CASES)) {
            JsonNode golden = EventStore.json().readTree(line);
            Set<Proof> proofs = EnumSet.noneOf(Proof.class);
            golden.get("proofs").forEach(proof -> proofs.add(Proof.valueOf(proof.asText())));
            LocalDate activeSince = golden.get("activeSince").isNull()
                    ? null
                    : LocalDate.parse(golden.get("activeSince").asText());
            Decision<CounsellorEvent> decision =
                    OpenDossier.decide(Counsellor.EMPTY, new OpenDossier(ID, activeSince, proofs, true, TODAY, AT));
            Counsellor after = AGGREGATE.replay(((Decision.Events<CounsellorEvent>) decision).events());
            JsonNode expected = golden.get("expect");
            String which = golden.get("id").asText() + " " + golden.get("what").asText();
            assertEquals(expected.get("route").asText(), String.valueOf(after.route()), which);
            assertEquals(
                    expected.get("registrable").asBoolean(),
                    after.status(TODAY) == Counsellor.Status.REGISTERED,
                    which);
            assertEquals(
                    StreamSupport.stream(expected.get("missing").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList(),
                    after.missing().stream().map(Enum::name).toList(),
                    which);
        }
    }

    private static Scenario<Counsellor, CounsellorEvent> registeredCounsellor() {
        return given(AGGREGATE, opened(EQUIVALENCE, FINANCIAL_MANAGEMENT, FINANCIAL_HEALTH), registered());
    }

    private static OpenDossier open(Proof... proofs) {
        return new OpenDossier(ID, PIONEER, Set.of(proofs), true, TODAY, AT);
    }

    private static ShowProofs show(Proof... proofs) {
        return new ShowProofs(ID, Set.of(proofs), TODAY, AT);
    }

    private static ChangeVatRegime regime(boolean liable, LocalDate from) {
        return new ChangeVatRegime(ID, liable, from, TODAY, AT);
    }

    private static CounsellorEvent opened(Proof... proofs) {
        return new DossierOpened(ID, Route.R1, PIONEER, List.of(proofs), true, AT);
    }

    private static CounsellorEvent registered() {
        return new CounsellorRegistered(ID, Route.R1, true, TODAY, AT);
    }
}
