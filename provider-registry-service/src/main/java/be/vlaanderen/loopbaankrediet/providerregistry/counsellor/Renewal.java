package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfRenewal;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.RenewalApproved;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.RenewalAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.RenewalDocumentAdded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proofs that a registered counsellor is asked to show anew; the registration holds meanwhile (D-38).
 *
 * @param by the day by which they are wanted
 */
public record Renewal(
        UUID id,
        Set<Proof> asked,
        LocalDate by,
        Reason reasonCode,
        List<Application.Document> documents,
        boolean approved) {

    /** How far it is. */
    public enum State {
        ASKED,
        /** Everything that was asked is there. */
        SENT,
        APPROVED
    }

    public Renewal {
        asked = Set.copyOf(asked);
        documents = List.copyOf(documents);
    }

    public State state() {
        if (approved) {
            return State.APPROVED;
        }
        return missing().isEmpty() ? State.SENT : State.ASKED;
    }

    /** What was asked and no document shows yet. */
    public List<Proof> missing() {
        return missingWithout(null);
    }

    /** Whether a document of this kind is the last one that is wanted. */
    public boolean isCompleteWith(Proof kind) {
        return missingWithout(kind).isEmpty();
    }

    private List<Proof> missingWithout(@Nullable Proof kind) {
        Set<Proof> left = EnumSet.noneOf(Proof.class);
        left.addAll(asked);
        documents.forEach(document -> left.remove(document.kind()));
        left.remove(kind);
        return List.copyOf(left);
    }

    static @Nullable Renewal evolve(@Nullable Renewal before, OfRenewal event) {
        if (event instanceof RenewalAsked asked) {
            return new Renewal(
                    asked.renewal(), Set.copyOf(asked.asked()), asked.by(), asked.reasonCode(), List.of(), false);
        }
        if (before == null) {
            throw new IllegalStateException("nothing was asked");
        }
        return switch (event) {
            case RenewalAsked ignored -> before;
            case RenewalDocumentAdded added -> before.with(added);
            case RenewalApproved ignored ->
                new Renewal(before.id, before.asked, before.by, before.reasonCode, before.documents, true);
        };
    }

    private Renewal with(RenewalDocumentAdded added) {
        List<Application.Document> all = new ArrayList<>(documents);
        all.add(new Application.Document(added.document(), added.kind(), added.file(), added.at()));
        return new Renewal(id, asked, by, reasonCode, all, approved);
    }
}
