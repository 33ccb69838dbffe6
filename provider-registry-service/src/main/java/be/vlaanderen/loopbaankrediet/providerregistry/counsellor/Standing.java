package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorLeft;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorReinstated;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorSuspended;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorWarned;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfStanding;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionAnnounced;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionAnswered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionDropped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a registration: sanctions, and the day it ends.
 *
 * @param suspendedBy the suspension that holds now
 * @param suspensions with their days, oldest first
 * @param leftFrom first day on which there is no registration any more
 */
public record Standing(
        Map<UUID, Sanction> sanctions,
        Set<UUID> warnings,
        @Nullable UUID suspendedBy,
        List<Suspension> suspensions,
        @Nullable LocalDate leftFrom) {

    /** @param until first day on which the registration holds again; null while it is suspended */
    public record Suspension(LocalDate from, @Nullable LocalDate until) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    static final Standing GOOD = new Standing(Map.of(), Set.of(), null, List.of(), null);

    public Standing {
        sanctions = Map.copyOf(sanctions);
        warnings = Set.copyOf(warnings);
        suspensions = List.copyOf(suspensions);
    }

    public boolean hasOpenSanction() {
        return sanctions.values().stream().anyMatch(sanction -> sanction.state() == Sanction.State.OPEN);
    }

    public boolean hasLeft(LocalDate today) {
        return leftFrom != null && !today.isBefore(leftFrom);
    }

    public boolean isSuspendedOn(LocalDate day) {
        return suspensions.stream().anyMatch(suspension -> suspension.holdsOn(day));
    }

    Standing evolve(OfStanding event) {
        return switch (event) {
            case CounsellorWarned warned ->
                new Standing(
                        sanctions,
                        Stream.concat(warnings.stream(), Stream.of(warned.sanction()))
                                .collect(Collectors.toSet()),
                        suspendedBy,
                        suspensions,
                        leftFrom);
            case SanctionAnnounced announced ->
                with(
                        announced.sanction(),
                        new Sanction(announced.kind(), announced.answerBy(), null, Sanction.State.OPEN));
            case SanctionAnswered answered ->
                with(answered.sanction(), known(answered.sanction()).answered(answered.answer()));
            case SanctionDropped dropped ->
                with(dropped.sanction(), known(dropped.sanction()).in(Sanction.State.DROPPED));
            case CounsellorSuspended suspended ->
                with(suspended.sanction(), known(suspended.sanction()).in(Sanction.State.FINAL))
                        .suspended(suspended);
            case CounsellorReinstated reinstated -> reinstated(reinstated.from());
            case CounsellorLeft left -> left(left);
        };
    }

    private Standing left(CounsellorLeft left) {
        UUID sanction = left.sanction();
        Standing before =
                sanction == null ? this : with(sanction, known(sanction).in(Sanction.State.FINAL));
        return new Standing(before.sanctions, warnings, suspendedBy, suspensions, left.from());
    }

    private Standing suspended(CounsellorSuspended suspended) {
        List<Suspension> all = new ArrayList<>(suspensions);
        all.add(new Suspension(suspended.from(), null));
        return new Standing(sanctions, warnings, suspended.sanction(), all, leftFrom);
    }

    private Standing reinstated(LocalDate from) {
        List<Suspension> all = suspensions.stream()
                .map(each -> each.until() == null ? new Suspension(each.from(), from) : each)
                .toList();
        return new Standing(sanctions, warnings, null, all, leftFrom);
    }

    private Standing with(UUID id, Sanction sanction) {
        Map<UUID, Sanction> all = new HashMap<>(sanctions);
        all.put(id, sanction);
        return new Standing(all, warnings, suspendedBy, suspensions, leftFrom);
    }

    private Sanction known(UUID id) {
        Sanction sanction = sanctions.get(id);
        if (sanction == null) {
            throw new IllegalStateException("sanction " + id + " was never announced");
        }
        return sanction;
    }
}
