package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationApproved;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationDocumentAdded;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationMoreAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationRefused;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.ApplicationSubmitted;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.EnterpriseCheckAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.EnterpriseChecked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfApplication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sends in to become a counsellor (CN 2.3).
 *
 * @param diploma code on the ministerial list of the day of the application
 * @param claimed the proofs that are announced; only documents count
 * @param asked the proofs of which an officer wants a (better) document
 * @param decided the last request for more, approval or refusal
 * @param enterprise what is known of it; null when nobody asked
 * @param asking id of the last request for more; the words stand under it in the vault
 */
public record Application(
        UUID id,
        Route route,
        @Nullable LocalDate activeSince,
        boolean vatLiable,
        @Nullable String diploma,
        Set<Proof> claimed,
        List<Document> documents,
        Set<Proof> asked,
        @Nullable UUID asking,
        State state,
        @Nullable Decided decided,
        @Nullable Enterprise enterprise) {

    /** How far it is. */
    public enum State {
        SUBMITTED,
        MORE_ASKED,
        APPROVED,
        REFUSED
    }

    /** What the Crossroads Bank for Enterprises says. */
    public enum Enterprise {
        /** Not answered yet. */
        WAITING,
        ACTIVE,
        STOPPED,
        UNKNOWN
    }

    /** @param file SHA-256 of the bytes, which lie in the vault */
    public record Document(UUID id, Proof kind, String file, Instant at) {}

    /** Who decided, when and why. */
    public record Decided(@Nullable Reason reasonCode, String officer, Instant at) {}

    public static final int MOST_DOCUMENTS = 30;

    public Application {
        claimed = Set.copyOf(claimed);
        documents = List.copyOf(documents);
        asked = Set.copyOf(asked);
    }

    public boolean isOpen() {
        return state == State.SUBMITTED || state == State.MORE_ASKED;
    }

    /** A proof is shown by a document that no officer found wanting; a diploma also has to be on the list (CN 2.3). */
    public Set<Proof> shown() {
        return documents.stream()
                .map(Document::kind)
                .filter(kind -> !asked.contains(kind))
                .filter(kind -> kind != Proof.LISTED_DIPLOMA || diploma != null)
                .collect(Collectors.toUnmodifiableSet());
    }

    public List<Requirement> missing() {
        List<Requirement> missing = new ArrayList<>();
        if (enterprise != null && enterprise != Enterprise.ACTIVE) {
            missing.add(Requirement.ACTIVE_ENTERPRISE);
        }
        missing.addAll(RouteRules.missing(route, shown()));
        return missing;
    }

    /** Whether the applicant has something to send. */
    public boolean lacksDocuments() {
        return !asked.isEmpty() || !RouteRules.missing(route, shown()).isEmpty();
    }

    /** Where it stands once there is a document of this kind. */
    public State stateWith(Proof kind) {
        return Set.of(kind).containsAll(asked) ? State.SUBMITTED : state;
    }

    static @Nullable Application evolve(@Nullable Application before, OfApplication event) {
        if (event instanceof ApplicationSubmitted submitted) {
            return new Application(
                    submitted.application(),
                    submitted.route(),
                    submitted.activeSince(),
                    submitted.vatLiable(),
                    submitted.code(),
                    Set.copyOf(submitted.claimed()),
                    List.of(),
                    Set.of(),
                    null,
                    State.SUBMITTED,
                    null,
                    null);
        }
        if (before == null) {
            throw new IllegalStateException("nothing was submitted");
        }
        return switch (event) {
            case ApplicationSubmitted ignored -> before;
            case ApplicationDocumentAdded added -> before.with(added);
            case ApplicationMoreAsked more ->
                before.in(
                        State.MORE_ASKED,
                        Set.copyOf(more.asked()),
                        more.asking(),
                        new Decided(more.reasonCode(), more.officer(), more.at()));
            case ApplicationApproved approved ->
                before.in(
                        State.APPROVED, Set.of(), before.asking, new Decided(null, approved.officer(), approved.at()));
            case EnterpriseCheckAsked ignored -> before.knowing(Enterprise.WAITING);
            case EnterpriseChecked checked -> before.knowing(checked.found());
            case ApplicationRefused refused ->
                before.in(
                        State.REFUSED,
                        before.asked,
                        before.asking,
                        new Decided(refused.reasonCode(), refused.officer(), refused.at()));
        };
    }

    private Application with(ApplicationDocumentAdded added) {
        List<Document> all = new ArrayList<>(documents);
        all.add(new Document(added.document(), added.kind(), added.file(), added.at()));
        Set<Proof> left = EnumSet.noneOf(Proof.class);
        left.addAll(asked);
        left.remove(added.kind());
        return new Application(
                id,
                route,
                activeSince,
                vatLiable,
                diploma,
                claimed,
                all,
                left,
                asking,
                added.state(),
                decided,
                enterprise);
    }

    private Application in(State next, Set<Proof> wanted, @Nullable UUID request, Decided by) {
        return new Application(
                id, route, activeSince, vatLiable, diploma, claimed, documents, wanted, request, next, by, enterprise);
    }

    private Application knowing(Enterprise found) {
        return new Application(
                id, route, activeSince, vatLiable, diploma, claimed, documents, asked, asking, state, decided, found);
    }
}
