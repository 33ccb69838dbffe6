package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor.AGGREGATE;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountChangeAsked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountChangeConfirmed;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountNameAccepted;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.AccountNameChecked;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.DossierOpened;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.account.AcceptAccountName;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.account.AskAccountChange;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.account.ConfirmAccountChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountChangesTest {

    private static final UUID ID = UUID.fromString("3f0c1d52-7a64-4a6e-9d0b-5c1f2b7e8a10");
    private static final UUID CHANGE = UUID.fromString("5f607182-93a4-4b5c-86d7-e8f90a1b2c3d");
    private static final UUID LATER = UUID.fromString("60718293-a4b5-4c6d-97e8-f90a1b2c3d4e");
    private static final Instant AT = Instant.parse("2027-04-01T09:00:00Z");
    private static final CounsellorEvent OPENED = new DossierOpened(ID, Route.R1, null, List.of(), true, AT);
    private static final CounsellorEvent ASKED = new AccountChangeAsked(ID, CHANGE, AT);
    private static final CounsellorEvent CONFIRMED =
            new AccountChangeConfirmed(ID, CHANGE, AT.plus(Duration.ofDays(1)), AT);

    @Test
    void a_change_is_asked_once_and_not_by_a_stranger() {
        var ask = new AskAccountChange(ID, CHANGE, NameMatch.MATCH, AT);
        given(AGGREGATE, OPENED).when(it -> AskAccountChange.decide(it, ask)).then(ASKED, checked(NameMatch.MATCH));
        given(AGGREGATE, OPENED, ASKED)
                .when(it -> AskAccountChange.decide(it, ask))
                .thenNothing();
        given(AGGREGATE, OPENED, ASKED, CONFIRMED)
                .when(it -> AskAccountChange.decide(it, ask))
                .thenNothing();
        given(AGGREGATE).when(it -> AskAccountChange.decide(it, ask)).thenRefused(CounsellorRefusal.COUNSELLOR_UNKNOWN);
    }

    @Test
    void a_change_that_a_later_one_replaced_is_not_asked_again() {
        given(AGGREGATE, OPENED, ASKED, checked(NameMatch.NO_MATCH), new AccountChangeAsked(ID, LATER, AT))
                .when(it -> AskAccountChange.decide(it, new AskAccountChange(ID, CHANGE, NameMatch.MATCH, AT)))
                .thenNothing();
    }

    @Test
    void a_confirmed_change_holds_a_day_later_and_a_repeat_does_not_move_that() {
        var confirm = new ConfirmAccountChange(ID, CHANGE, AT);
        given(AGGREGATE, OPENED, ASKED)
                .when(it -> ConfirmAccountChange.decide(it, confirm))
                .then(CONFIRMED);
        given(AGGREGATE, OPENED, ASKED, CONFIRMED)
                .when(it -> ConfirmAccountChange.decide(it, confirm))
                .thenNothing();
    }

    @Test
    void only_the_last_change_that_was_asked_can_be_confirmed() {
        var confirm = new ConfirmAccountChange(ID, CHANGE, AT);
        given(AGGREGATE, OPENED)
                .when(it -> ConfirmAccountChange.decide(it, confirm))
                .thenRefused(CounsellorRefusal.ACCOUNT_CHANGE_UNKNOWN);
        given(AGGREGATE, OPENED, ASKED, new AccountChangeAsked(ID, LATER, AT))
                .when(it -> ConfirmAccountChange.decide(it, confirm))
                .thenRefused(CounsellorRefusal.ACCOUNT_CHANGE_UNKNOWN);
    }

    @Test
    void an_account_in_another_name_cannot_be_confirmed_before_an_officer_accepts_it() {
        var confirm = new ConfirmAccountChange(ID, CHANGE, AT);
        var accept = new AcceptAccountName(ID, CHANGE, Reason.OTHER, "officer", AT);
        CounsellorEvent accepted = new AccountNameAccepted(ID, CHANGE, Reason.OTHER, "officer", AT);
        given(AGGREGATE, OPENED, ASKED, checked(NameMatch.NO_MATCH))
                .when(it -> ConfirmAccountChange.decide(it, confirm))
                .thenRefused(CounsellorRefusal.NAME_DOES_NOT_MATCH);
        given(AGGREGATE, OPENED, ASKED, checked(NameMatch.NO_MATCH))
                .when(it -> AcceptAccountName.decide(it, accept))
                .then(accepted);
        given(AGGREGATE, OPENED, ASKED, checked(NameMatch.NO_MATCH), accepted)
                .when(it -> AcceptAccountName.decide(it, accept))
                .thenNothing();
        given(AGGREGATE, OPENED, ASKED, checked(NameMatch.NO_MATCH), accepted)
                .when(it -> ConfirmAccountChange.decide(it, confirm))
                .then(CONFIRMED);
        for (NameMatch match : List.of(NameMatch.MATCH, NameMatch.CLOSE_MATCH, NameMatch.NOT_AVAILABLE)) {
            given(AGGREGATE, OPENED, ASKED, checked(match))
                    .when(it -> ConfirmAccountChange.decide(it, confirm))
                    .then(CONFIRMED);
        }
    }

    @Test
    void an_acceptance_is_about_the_change_that_waits_and_has_a_reason_that_fits() {
        given(AGGREGATE, OPENED, ASKED, checked(NameMatch.NO_MATCH))
                .when(it -> AcceptAccountName.decide(it, new AcceptAccountName(ID, LATER, Reason.OTHER, "officer", AT)))
                .thenRefused(CounsellorRefusal.ACCOUNT_CHANGE_UNKNOWN);
        given(AGGREGATE, OPENED, ASKED, checked(NameMatch.NO_MATCH))
                .when(it -> AcceptAccountName.decide(
                        it, new AcceptAccountName(ID, CHANGE, Reason.POOR_QUALITY, "officer", AT)))
                .thenRefused(CounsellorRefusal.REASON_DOES_NOT_FIT);
        given(AGGREGATE, OPENED, ASKED, checked(NameMatch.NO_MATCH), new AccountChangeAsked(ID, LATER, AT))
                .when(it -> ConfirmAccountChange.decide(it, new ConfirmAccountChange(ID, LATER, AT)))
                .then(new AccountChangeConfirmed(ID, LATER, AT.plus(Duration.ofDays(1)), AT));
    }

    private static CounsellorEvent checked(NameMatch match) {
        return new AccountNameChecked(ID, CHANGE, match, AT);
    }
}
