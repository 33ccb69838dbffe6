package be.vlaanderen.loopbaankrediet.wallet.outside;

import be.vlaanderen.loopbaankrediet.wallet.outside.Payments.Page;
import be.vlaanderen.loopbaankrediet.wallet.outside.Payments.Told;
import java.util.Optional;
import java.util.UUID;

/** A payment provider, over its own protocol. Each call can be repeated: the same reference is the same payment, or the same refund. */
interface Gateway {

    /** @param structuredReference for who pays by bank transfer */
    record Order(UUID booking, String reference, long amountCents, String structuredReference) {}

    Page request(Order order);

    void refund(String payment, String reference, long amountCents);

    /** What became of a payment; empty while the citizen has not paid or stopped. */
    Optional<Told> ask(String payment);
}
