package be.vlaanderen.loopbaankrediet.sessionclaims.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.DossierChecked;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewClosed;
import be.vlaanderen.loopbaankrediet.sessionclaims.review.ReviewEvent.ReviewOpened;
import jakarta.inject.Singleton;
import java.util.List;

/** Reviews, to find and filter them. */
@Singleton
public class ReviewsView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("review");
    }

    @Override
    public void on(Writes writes, StoredEvent event) {
        if (!(event.payload() instanceof ReviewEvent of)) {
            return;
        }
        switch (of) {
            case ReviewOpened e ->
                writes.add(
                        "INSERT INTO review (review, kind, counsellor, status, opened_at)"
                                + " VALUES (?, ?, ?, 'OPEN', ?) ON CONFLICT DO NOTHING",
                        e.review(),
                        e.kind().name(),
                        e.counsellor(),
                        e.at());
            case DossierChecked _ -> {
                // shown from the review itself
            }
            case ReviewClosed e ->
                writes.add(
                        "UPDATE review SET status = 'CLOSED', outcome = ? WHERE review = ?",
                        e.outcome().name(),
                        e.review());
        }
    }
}
