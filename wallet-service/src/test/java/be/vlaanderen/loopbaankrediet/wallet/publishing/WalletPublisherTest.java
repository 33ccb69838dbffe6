package be.vlaanderen.loopbaankrediet.wallet.publishing;

import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.NOW;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.WALLET;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockBooked;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockCancelled;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockGivenUp;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockLapsed;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.blockReserved;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.budgetSecured;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.coPaymentLowered;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.coPaymentReceived;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.coPaymentRequested;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.creditGranted;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.creditRevised;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.days;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.hoursRestored;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.hoursReturned;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.id;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.paymentReminded;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.refundOwed;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.unpaidHoursRestored;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Publisher.Contract;
import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.UnusedTimeAskedAgain;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the service says keeps its promises; what is private is not said. */
class WalletPublisherTest {

    private final WalletPublisher publisher = new WalletPublisher();

    @Test
    void every_published_message_keeps_its_contract() {
        List<WalletEvent> told = List.of(
                creditGranted(6),
                blockReserved("b1"),
                coPaymentReceived("b1", "p1"),
                blockBooked("b1"),
                paymentReminded("b1"),
                blockLapsed("b1"),
                blockCancelled("b1", 5_000),
                blockGivenUp("b1"),
                new UnusedTimeAskedAgain(WALLET, id("b1"), NOW, false, 2, days(1)),
                hoursReturned("b1", 2, 2_500),
                hoursRestored("b1", "c1", 2, 2_500),
                unpaidHoursRestored("b1", "claim", 2, 2_500),
                creditRevised(6, 1_500),
                coPaymentLowered("b1", 3_000, 2_000));
        List<String> types = told.stream()
                .map(this::publish)
                .map(Optional::orElseThrow)
                .peek(contract -> Contracts.publishes(publisher, contract))
                .peek(contract -> Contracts.sample("wallet", contract.type()))
                .map(Contract::type)
                .toList();
        assertEquals(
                List.of(
                        "CreditGranted.v1",
                        "BlockReserved.v1",
                        "CoPaymentReceived.v1",
                        "BlockBooked.v1",
                        "PaymentReminded.v1",
                        "BlockLapsed.v1",
                        "BlockCancelled.v1",
                        "BlockGivenUp.v1",
                        "BlockGivenUp.v1",
                        "HoursReturned.v1",
                        "HoursRestored.v1",
                        "HoursRestored.v1",
                        "CreditRevised.v1",
                        "CoPaymentLowered.v1"),
                types);
    }

    @Test
    void payment_pages_and_refunds_stay_private() {
        for (WalletEvent event : List.of(budgetSecured("b1"), coPaymentRequested("b1", "p1"), refundOwed("b1", "p1"))) {
            assertEquals(Optional.empty(), publish(event));
        }
    }

    private Optional<Contract> publish(WalletEvent event) {
        return publisher.publish(new StoredEvent("event", WALLET.toString(), 0, event, NOW));
    }
}
