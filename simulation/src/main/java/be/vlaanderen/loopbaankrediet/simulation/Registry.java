package be.vlaanderen.loopbaankrediet.simulation;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Proof;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Reason;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Sanction;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.register.OpenDossier;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.sanction.AnnounceSanction;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.sanction.AnswerSanction;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.sanction.DecideSanction;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.sanction.Leave;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.sanction.Reinstate;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.vat.ChangeVatRegime;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.vat.CountTurnover;
import be.vlaanderen.loopbaankrediet.providerregistry.publishing.CounsellorPublisher;
import be.vlaanderen.loopbaankrediet.providerregistry.received.WhenPayoutApprovedThenCountTurnover;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** provider-registry-service: who is registered, suspended or gone, and liable to VAT. */
final class Registry extends Service {

    Registry(World world) {
        super(world, new CounsellorPublisher());
        followsMessage("payout", "PayoutApproved", message -> {
            var command = WhenPayoutApprovedThenCountTurnover.command(message);
            must(handle(command.counsellor(), state -> CountTurnover.decide(state, command)));
        });
    }

    void register(UUID counsellor, boolean vatLiable) {
        must(handle(
                counsellor,
                state -> OpenDossier.decide(
                        state,
                        new OpenDossier(
                                counsellor,
                                LocalDate.of(2020, 1, 1),
                                EnumSet.allOf(Proof.class),
                                vatLiable,
                                today(),
                                now()))));
    }

    boolean announce(UUID counsellor, Sanction.Kind kind) {
        UUID sanction = world.uuid();
        return asks(() -> attempt(
                counsellor,
                state -> AnnounceSanction.decide(
                        state,
                        new AnnounceSanction(
                                counsellor, sanction, kind, Reason.HOURS_NOT_DELIVERED, "officer-1", today(), now()))));
    }

    boolean answer(UUID counsellor) {
        UUID open = sanction(counsellor, Sanction.State.OPEN);
        if (open == null) {
            return false;
        }
        UUID answer = world.uuid();
        return asks(() -> attempt(
                counsellor,
                state -> AnswerSanction.decide(state, new AnswerSanction(counsellor, open, answer, today(), now()))));
    }

    boolean decide(UUID counsellor, boolean drop) {
        UUID open = sanction(counsellor, Sanction.State.OPEN);
        return open != null
                && asks(() -> attempt(
                        counsellor,
                        state -> DecideSanction.decide(
                                state,
                                new DecideSanction(
                                        counsellor,
                                        open,
                                        drop ? Sanction.State.DROPPED : Sanction.State.FINAL,
                                        Reason.OTHER,
                                        "officer-2",
                                        today(),
                                        now()))));
    }

    boolean reinstate(UUID counsellor) {
        UUID suspendedBy = state(counsellor).standing().suspendedBy();
        return suspendedBy != null
                && asks(() -> attempt(
                        counsellor,
                        state -> Reinstate.decide(
                                state,
                                new Reinstate(counsellor, suspendedBy, Reason.REMEDIED, "officer-2", today(), now()))));
    }

    boolean leave(UUID counsellor, LocalDate from) {
        return asks(() ->
                attempt(counsellor, state -> Leave.decide(state, new Leave(counsellor, from, today(), now()))));
    }

    boolean changeVat(UUID counsellor, boolean liable, LocalDate from) {
        return attempt(
                counsellor,
                state -> ChangeVatRegime.decide(state, new ChangeVatRegime(counsellor, liable, from, today(), now())));
    }

    boolean isRegisteredOn(UUID counsellor, LocalDate day) {
        return state(counsellor).absenceOn(day) == null;
    }

    private @Nullable UUID sanction(UUID counsellor, Sanction.State which) {
        return state(counsellor).standing().sanctions().entrySet().stream()
                .filter(each -> each.getValue().state() == which)
                .map(Map.Entry::getKey)
                .min(UUID::compareTo)
                .orElse(null);
    }

    private Counsellor state(UUID counsellor) {
        return store.state(Counsellor.AGGREGATE, counsellor.toString());
    }

    private LocalDate today() {
        return Days.of(now());
    }

    private boolean attempt(UUID counsellor, Function<Counsellor, Decision<CounsellorEvent>> decide) {
        return handle(counsellor, decide) instanceof Outcome.Accepted<Counsellor, CounsellorEvent>;
    }

    private Outcome<Counsellor, CounsellorEvent> handle(
            UUID counsellor, Function<Counsellor, Decision<CounsellorEvent>> decide) {
        return store.handle(Counsellor.AGGREGATE, counsellor.toString(), decide);
    }
}
