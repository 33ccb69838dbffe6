package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationDocumentAdded;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationMoreAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationSubmitted;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CapacityStated;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorVatRegimeChanged;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.DossierOpened;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfAccount;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfApplication;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfRenewal;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfStanding;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfTurnover;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ProofsShown;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.RenewalAsked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier and what became of it.
 *
 * @param route null before the dossier is opened
 * @param registeredOn null while incomplete
 * @param application what the counsellor sent in, null when an officer opened the dossier
 * @param capacity the last one stated; may be lapsed
 * @param renewal the last one asked
 * @param papers ids of every application, its documents, every question for more and every renewal that ever was: a late repeat is none of them
 *     anew
 * @param vatChanges first day of each later regime, and whether it is liable
 */
public record Counsellor(
        @Nullable Route route,
        Set<Proof> proofs,
        @Nullable LocalDate registeredOn,
        boolean vatLiableAtFirst,
        Map<LocalDate, Boolean> vatChanges,
        Standing standing,
        @Nullable Application application,
        AccountChanges accounts,
        @Nullable Capacity capacity,
        Turnover turnover,
        @Nullable Renewal renewal,
        Set<UUID> papers) {

    /** Where a dossier stands. */
    public enum Status {
        INCOMPLETE,
        REGISTERED,
        SUSPENDED,
        /** By a sanction or by own wish. */
        WITHDRAWN
    }

    /** Why somebody is not registered on a day. */
    public enum Absence {
        NOT_YET_REGISTERED,
        SUSPENDED,
        LEFT
    }

    public static final Counsellor EMPTY = new Counsellor(
            null,
            Set.of(),
            null,
            false,
            Map.of(),
            Standing.GOOD,
            null,
            AccountChanges.NONE,
            null,
            Turnover.NONE,
            null,
            Set.of());
    public static final Aggregate<Counsellor, CounsellorEvent> AGGREGATE =
            new Aggregate<>("Counsellor", EMPTY, Counsellor::evolve);

    public Counsellor {
        proofs = Set.copyOf(proofs);
        vatChanges = Map.copyOf(vatChanges);
        papers = Set.copyOf(papers);
    }

    public Status status(LocalDate today) {
        if (registeredOn == null) {
            return Status.INCOMPLETE;
        }
        if (standing.hasLeft(today)) {
            return Status.WITHDRAWN;
        }
        return standing.suspendedBy() == null ? Status.REGISTERED : Status.SUSPENDED;
    }

    /** Why there is no registration on a day; null when there is one (D-10: registered on the day of delivery). */
    public @Nullable Absence absenceOn(LocalDate day) {
        if (registeredOn == null || day.isBefore(registeredOn)) {
            return Absence.NOT_YET_REGISTERED;
        }
        if (standing.hasLeft(day)) {
            return Absence.LEFT;
        }
        return standing.isSuspendedOn(day) ? Absence.SUSPENDED : null;
    }

    /** Why nothing can be decided about a registration; null when it can. */
    public @Nullable CounsellorRefusal withoutRegistration(LocalDate today) {
        if (route == null) {
            return CounsellorRefusal.COUNSELLOR_UNKNOWN;
        }
        return switch (status(today)) {
            case INCOMPLETE -> CounsellorRefusal.NOT_REGISTERED;
            case WITHDRAWN -> CounsellorRefusal.HAS_LEFT;
            case REGISTERED, SUSPENDED -> null;
        };
    }

    /** How many new citizens can come; null when that is not known (D-32). */
    public @Nullable Capacity capacityOn(LocalDate day) {
        return capacity != null && capacity.isKnownOn(day) ? capacity : null;
    }

    /** What the route still asks. */
    public List<Requirement> missing() {
        return route == null ? List.of() : RouteRules.missing(route, proofs);
    }

    /** VAT is added if and only if the regime on the day of delivery is liable (domain 7). */
    public boolean vatLiableOn(LocalDate day) {
        var regime = new TreeMap<>(vatChanges).floorEntry(day);
        return regime == null ? vatLiableAtFirst : regime.getValue();
    }

    /**
     * A VAT regime with its days.
     *
     * @param until last day; null when no later regime is known
     */
    public record VatPeriod(
            boolean vatLiable, LocalDate from, @Nullable LocalDate until) {}

    /** Every regime since the registration, oldest first (domain 6: VAT regime with history); empty before it. */
    public List<VatPeriod> vatPeriods() {
        if (registeredOn == null) {
            return List.of();
        }
        TreeMap<LocalDate, Boolean> starts = new TreeMap<>(vatChanges);
        starts.putIfAbsent(registeredOn, vatLiableAtFirst);
        List<VatPeriod> periods = new ArrayList<>();
        for (Map.Entry<LocalDate, Boolean> start : starts.entrySet()) {
            LocalDate next = starts.higherKey(start.getKey());
            periods.add(new VatPeriod(start.getValue(), start.getKey(), next == null ? null : next.minusDays(1)));
        }
        return periods;
    }

    Counsellor evolve(CounsellorEvent event) {
        Draft next = new Draft(this);
        next.papers = knowing(paper(event));
        switch (event) {
            case DossierOpened opened -> {
                next.route = opened.route();
                next.proofs = Set.copyOf(opened.proofs());
                next.vatLiableAtFirst = opened.vatLiable();
            }
            case ProofsShown shown -> next.proofs = with(shown.proofs());
            case CounsellorRegistered registered -> next.registeredOn = registered.registeredOn();
            case CounsellorVatRegimeChanged changed -> {
                next.vatChanges = new TreeMap<>(vatChanges);
                next.vatChanges.put(changed.from(), changed.vatLiable());
            }
            case CapacityStated stated -> next.capacity = new Capacity(stated.places(), stated.until());
            case OfTurnover happened -> next.turnover = turnover.evolve(happened);
            case OfRenewal happened -> next.renewal = Renewal.evolve(renewal, happened);
            case OfApplication happened -> {
                next.application = Application.evolve(application, happened);
                if (happened instanceof ApplicationSubmitted) {
                    next.accounts = accounts.withFirst(null); // who applies anew may give another account
                }
            }
            case OfAccount happened -> next.accounts = accounts.evolve(happened);
            case OfStanding happened -> next.standing = standing.evolve(happened);
        }
        return next.done();
    }

    /** What the route would still ask with these proofs too. */
    public List<Requirement> missingWith(Collection<Proof> shown) {
        return route == null ? List.of() : RouteRules.missing(route, with(shown));
    }

    private static @Nullable UUID paper(CounsellorEvent event) {
        return switch (event) {
            case ApplicationSubmitted e -> e.application();
            case ApplicationMoreAsked e -> e.asking();
            case ApplicationDocumentAdded e -> e.document();
            case RenewalAsked e -> e.renewal();
            default -> null;
        };
    }

    private Set<UUID> knowing(@Nullable UUID paper) {
        if (paper == null) {
            return papers;
        }
        Set<UUID> all = new HashSet<>(papers);
        all.add(paper);
        return all;
    }

    private Set<Proof> with(Collection<Proof> shown) {
        Set<Proof> all = EnumSet.noneOf(Proof.class);
        all.addAll(proofs);
        all.addAll(shown);
        return all;
    }

    /** A state in which one thing is changed. */
    private static final class Draft {
        private @Nullable Route route;
        private Set<Proof> proofs;
        private @Nullable LocalDate registeredOn;
        private boolean vatLiableAtFirst;
        private Map<LocalDate, Boolean> vatChanges;
        private Standing standing;
        private @Nullable Application application;
        private AccountChanges accounts;
        private @Nullable Capacity capacity;
        private Turnover turnover;
        private @Nullable Renewal renewal;
        private Set<UUID> papers;

        Draft(Counsellor from) {
            route = from.route;
            proofs = from.proofs;
            registeredOn = from.registeredOn;
            vatLiableAtFirst = from.vatLiableAtFirst;
            vatChanges = from.vatChanges;
            standing = from.standing;
            application = from.application;
            accounts = from.accounts;
            capacity = from.capacity;
            turnover = from.turnover;
            renewal = from.renewal;
            papers = from.papers;
        }

        Counsellor done() {
            return new Counsellor(
                    route,
                    proofs,
                    registeredOn,
                    vatLiableAtFirst,
                    vatChanges,
                    standing,
                    application,
                    accounts,
                    capacity,
                    turnover,
                    renewal,
                    papers);
        }
    }
}
