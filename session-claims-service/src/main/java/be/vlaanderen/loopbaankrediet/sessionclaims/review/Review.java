package be.vlaanderen.loopbaankrediet.sessionclaims.review;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.DossierChecked;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewClosed;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewOpened;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A look at the work of one counsellor, judged by a person.
 *
 * @param opened null before
 * @param checks in the order in which they were made
 */
public record Review(
        @Nullable ReviewOpened opened,
        List<DossierChecked> checks,
        @Nullable ReviewClosed closed) {

    public static final Review EMPTY = new Review(null, List.of(), null);
    public static final Aggregate<Review, ReviewEvent> AGGREGATE = new Aggregate<>("Review", EMPTY, Review::evolve);

    public @Nullable DossierChecked check(UUID booking) {
        return checks.stream()
                .filter(check -> check.booking().equals(booking))
                .findFirst()
                .orElse(null);
    }

    /** Dossiers that were not checked yet. */
    public List<UUID> unchecked() {
        return opened == null
                ? List.of()
                : opened.dossiers().stream()
                        .filter(booking -> check(booking) == null)
                        .toList();
    }

    private Review evolve(ReviewEvent event) {
        return switch (event) {
            case ReviewOpened it -> new Review(it, checks, closed);
            case DossierChecked it -> {
                List<DossierChecked> all = new ArrayList<>(checks);
                all.add(it);
                yield new Review(opened, List.copyOf(all), closed);
            }
            case ReviewClosed it -> new Review(opened, checks, it);
        };
    }
}
