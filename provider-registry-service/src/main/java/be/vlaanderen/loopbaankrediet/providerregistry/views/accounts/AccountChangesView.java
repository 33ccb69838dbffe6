package be.vlaanderen.loopbaankrediet.providerregistry.views.accounts;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountChangeAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountChangeConfirmed;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountNameAccepted;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountNameChecked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.FirstAccountNameChecked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfAccount;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps the officers' list of changes of account. */
@Singleton
public class AccountChangesView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("account_change");
    }

    @Override
    public void on(Writes writes, StoredEvent event) {
        if (event.payload() instanceof OfAccount happened) {
            on(writes, happened);
        }
    }

    private static void on(Writes writes, OfAccount event) {
        switch (event) {
            case AccountChangeAsked e -> insert(writes, e);
            case AccountNameChecked e ->
                writes.add(
                        "UPDATE account_change SET name_check = ? WHERE change = ?",
                        e.match().name(),
                        e.change());
            case FirstAccountNameChecked ignored -> {} // no change
            case AccountNameAccepted e ->
                writes.add(
                        "UPDATE account_change SET accepted_code = ?, accepted_by = ?, accepted_at = ? WHERE change = ?",
                        e.reasonCode().name(),
                        e.officer(),
                        e.at(),
                        e.change());
            case AccountChangeConfirmed e ->
                writes.add(
                        "UPDATE account_change SET confirmed_at = ?, holds_from = ? WHERE change = ?",
                        e.at(),
                        e.holdsFrom(),
                        e.change());
        }
    }

    private static void insert(Writes writes, AccountChangeAsked asked) {
        writes.add(
                "INSERT INTO account_change (change, counsellor, asked_at, place) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                asked.change(),
                asked.counsellor(),
                asked.at(),
                Pages.place(asked.at(), asked.change()));
    }
}
